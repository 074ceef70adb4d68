package vn.gdnn.newswire.publish.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document written from the top, one element a line. Texts must be ones XML can hold. */
final class Xml {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter out;

  Xml() {
    try {
      out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeCharacters("\n");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Begins an element; names and values of its attributes follow one another. */
  Xml begin(String name, String... attributes) {
    try {
      out.writeStartElement(name);
      attributes(attributes);
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Begins the root element of a vocabulary. */
  Xml root(String name, String namespace) {
    try {
      out.setDefaultNamespace(namespace);
      out.writeStartElement(name);
      out.writeDefaultNamespace(namespace);
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element with attributes only. */
  Xml empty(String name, String... attributes) {
    try {
      out.writeEmptyElement(name);
      attributes(attributes);
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** An element with text. */
  Xml text(String name, String text) {
    try {
      out.writeStartElement(name);
      out.writeCharacters(text);
      out.writeEndElement();
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  /** Ends the element begun last. */
  Xml end() {
    try {
      out.writeEndElement();
      out.writeCharacters("\n");
      return this;
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  byte[] bytes() {
    try {
      out.writeEndDocument();
      out.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException("memory can't be written", e);
  }
}
