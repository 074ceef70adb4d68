package vn.gdnn.newswire.publish.keeper;

/** Is stopped before a given write, as by a kill: 0 lists, 1 article, 2 change. */
class StoppingKeptNews extends ForwardingKeptNews {

  private final int before;

  StoppingKeptNews(KeptNews real, int before) {
    super(real);
    this.before = before;
  }

  @Override
  public boolean saveArticle(KeptArticle article, long asRead) {
    stopAt(1);
    return super.saveArticle(article, asRead);
  }

  @Override
  public boolean add(NumberedChange change) {
    stopAt(2);
    return super.add(change);
  }

  final void stopAt(int write) {
    if (write == before) {
      throw new Stopped();
    }
  }

  /** No exception that anything catches. */
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
