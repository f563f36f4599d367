package org.rackvidd.exports;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A record of objects within objects, laid out flat in rows of cells. A cell is known by the keys
 * that lead to it, parted by dots: {@code device.category}. A list of pairs, such as {@code
 * [{"key": "page", "value": {"string_value": "/"}}]} under {@code params}, gives {@code
 * params.page}. Other lists are left out, but for one that may give a row per element.
 */
final class FlatRecord {
  /** A record's list with more elements is no export's. */
  static final int MOST_ELEMENTS = 10_000;

  private static final int MOST_PATHS = 4_096;

  /** Keys that lead to nothing, and to no cell therefore. */
  private static final int MOST_NODES = 4 * MOST_PATHS;

  private static final int LONGEST_PATH = 1_000;

  private static final class Node {
    private final String path;
    private final Map<String, Node> children = new HashMap<>();
    private int cell = -1;

    Node(String path) {
      this.path = path;
    }
  }

  private final Node root = new Node("");
  private final List<String> paths = new ArrayList<>();
  private final boolean learns;
  private final Node exploded;
  private String[] cells;
  private final List<String[]> elements = new ArrayList<>();
  private int nodes;
  private int rows;
  private int given;

  /**
   * @param headers paths of the cells, in their order
   * @param explode path of the list whose elements become rows of their own, or null
   */
  FlatRecord(List<String> headers, String explode) {
    this.learns = false;
    headers.forEach(header -> make(header).cell = add(header));
    this.exploded = explode == null ? null : make(explode);
  }

  /** Learns the paths of the records it reads. */
  FlatRecord() {
    this.learns = true;
    this.exploded = null;
  }

  private int add(String path) {
    paths.add(path);
    return paths.size() - 1;
  }

  private Node make(String path) {
    Node node = root;
    for (String key : path.split("\\.")) {
      node = node.children.computeIfAbsent(key, Node::new);
    }
    return node;
  }

  List<String> paths() {
    return List.copyOf(paths);
  }

  /**
   * Takes in a record.
   *
   * @param json stands at its beginning and ends with it
   * @throws BadRow where it is none, or too large
   * @throws com.fasterxml.jackson.core.JsonProcessingException where it is no valid JSON
   */
  void read(JsonParser json) throws IOException, BadRow {
    rows = 0;
    given = 0;
    elements.clear();
    cells = new String[paths.size()];
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new BadRow(Reason.UNREADABLE, "The record is no object with keys and values.");
    }
    readObject(json, root, cells);
    if (json.nextToken() != null) {
      throw new JsonParseException(json, "More than a record");
    }
    rows = 1 + elements.size();
  }

  boolean hasNext() {
    return given < rows;
  }

  /**
   * The next row of the record: its own first, without cells of the elements, then one for every
   * element, with the record's cells.
   */
  void next(Cells row, long line) {
    String[] own = given == 0 ? cells : elements.get(given - 1);
    given++;
    row.begin(line);
    for (int i = 0; i < cells.length; i++) {
      String text = own[i] == null ? cells[i] : own[i];
      row.add(text == null ? "" : text);
    }
  }

  private Node child(Node node, String key) {
    Node child = node.children.get(key);
    if (child != null) {
      return child;
    }
    if (learns) {
      String path = node == root ? key : node.path + "." + key;
      if (paths.size() == MOST_PATHS || nodes == MOST_NODES || path.length() > LONGEST_PATH) {
        return null;
      }
      nodes++;
      child = new Node(path);
      node.children.put(key, child);
      return child;
    }
    int dot = key.indexOf('.');
    if (dot < 0) {
      return null;
    }
    Node first = node.children.get(key.substring(0, dot));
    return first == null ? null : child(first, key.substring(dot + 1));
  }

  private void readObject(JsonParser json, Node node, String[] into) throws IOException, BadRow {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Node child = child(node, json.currentName());
      json.nextToken();
      readValue(json, child, into);
    }
  }

  private void readValue(JsonParser json, Node node, String[] into) throws IOException, BadRow {
    if (node == null) {
      json.skipChildren();
      return;
    }
    switch (json.currentToken()) {
      case START_OBJECT -> readObject(json, node, into);
      case START_ARRAY -> readList(json, node, into);
      case VALUE_NULL -> put(node, null, into);
      default -> put(node, json.getText(), into);
    }
  }

  private void readList(JsonParser json, Node node, String[] into) throws IOException, BadRow {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
      } else if (node == exploded) {
        if (elements.size() == MOST_ELEMENTS) {
          throw new BadRow(
              Reason.TOO_LONG,
              "The record's list has more than %,d elements.".formatted(MOST_ELEMENTS));
        }
        String[] element = new String[cells.length];
        elements.add(element);
        readObject(json, node, element);
      } else {
        readPair(json, node, into);
      }
    }
  }

  private void readPair(JsonParser json, Node node, String[] into) throws IOException, BadRow {
    String key = null;
    String value = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("key") && json.currentToken() == JsonToken.VALUE_STRING) {
        key = json.getText();
      } else if (name.equals("value")) {
        value = value(json);
      } else if (learns) {
        // What the elements of a list hold is a header as well, should the list be exploded.
        readValue(json, child(node, name), into);
      } else {
        json.skipChildren();
      }
    }
    Node child = key == null ? null : child(node, key);
    if (child != null && value != null) {
      put(child, value, into);
    }
  }

  /** A value, or the one of several typed fields that is not null. */
  private static String value(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return scalar(json);
    }
    String value = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isTyped = json.currentName().endsWith("_value");
      json.nextToken();
      String text = scalar(json);
      value = isTyped && text != null ? text : value;
    }
    return value;
  }

  private static String scalar(JsonParser json) throws IOException {
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
      return null;
    }
    return json.currentToken() == JsonToken.VALUE_NULL ? null : json.getText();
  }

  private void put(Node node, String text, String[] into) {
    if (learns) {
      node.cell = node.cell < 0 ? add(node.path) : node.cell;
    } else if (node.cell >= 0) {
      into[node.cell] = text;
    }
  }
}
