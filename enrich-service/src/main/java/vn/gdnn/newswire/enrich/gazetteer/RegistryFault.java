package vn.gdnn.newswire.enrich.gazetteer;

/** A file of the registry is wrong. The message names file and line. */
public final class RegistryFault extends RuntimeException {

  RegistryFault(String file, int line, String what) {
    super(file + ", line " + line + ": " + what);
  }

  RegistryFault(String file, String what) {
    super(file + ": " + what);
  }
}
