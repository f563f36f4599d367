package org.rackvidd.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one file of the configuration into a tree with lines. Only plain YAML: no tags, anchors or
 * references, so that no file can make objects or grow while it is read.
 */
final class YamlFile {
  private static final long LARGEST = 2_000_000;
  private static final int DEEPEST = 12;
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern MARKED_LINE = Pattern.compile("line (\\d+), column");
  private static final Pattern TAB = Pattern.compile("(?m)^ *\\t[ \\t]*[^\\s#]");

  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F\\uFFFE\\uFFFF]");

  private final Path path;
  private final String name;
  private final Problems problems;

  YamlFile(Path path, String name, Problems problems) {
    this.path = path;
    this.name = name;
    this.problems = problems;
  }

  /** The keys of the file; empty after a problem that leaves nothing to check. */
  Optional<Section> read() {
    return text().filter(this::isPlain).flatMap(this::parse).flatMap(this::section);
  }

  private Optional<String> text() {
    try {
      if (Files.size(path) > LARGEST) {
        return refuse(0, "is larger than 2 MB; is it the right file?");
      }
      byte[] bytes = Files.readAllBytes(path);
      if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
        return refuse(1, "is UTF-16; save it as UTF-8");
      }
      return decode(bytes);
    } catch (IOException e) {
      return refuse(0, "cannot be read; check that it is a file and the permissions (" + e + ")");
    }
  }

  private Optional<String> decode(byte[] bytes) {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      problem(1, "starts with a byte order mark; save it as UTF-8 without BOM");
      rest.position(3);
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(rest).toString());
    } catch (CharacterCodingException e) {
      // The decoder has stopped at the first bad byte.
      String before = new String(bytes, 0, rest.position(), StandardCharsets.UTF_8);
      return refuse(lineAt(before, before.length()), "is not UTF-8 from here on; save it as UTF-8");
    }
  }

  private boolean isPlain(String text) {
    boolean noTabs = hasNo(TAB, text, "is indented with a tab; YAML allows only spaces");
    boolean noControls =
        hasNo(CONTROL, text, "holds a control character; delete the line and write it anew");
    return noTabs && noControls;
  }

  private boolean hasNo(Pattern unwanted, String text, String problem) {
    Matcher first = unwanted.matcher(text);
    boolean found = first.find();
    if (found) {
      long more = unwanted.matcher(text).results().count() - 1;
      String all = more > 0 ? " (and " + more + " more places)" : "";
      problem(lineAt(text, first.start()), problem + all);
    }
    return !found;
  }

  private Optional<YamlNode> parse(String text) {
    try (YAMLParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return refuse(0, "is empty; fill it in or remove the file");
      }
      YamlNode root = node(parser, first, 0);
      if (parser.nextToken() != null) {
        problem(line(parser), "a second document starts here; remove the line ---");
      }
      return Optional.of(root);
    } catch (JsonProcessingException e) {
      return refuse(lineOf(e), "cannot be read as YAML: " + reasonOf(e));
    } catch (TooDeep e) {
      return refuse(e.line, "lists and maps are nested too deep; is it the right file?");
    } catch (IOException e) {
      return refuse(0, "cannot be read (" + e + ")");
    }
  }

  private Optional<Section> section(YamlNode root) {
    if (root instanceof YamlNode.Mapping mapping) {
      return Optional.of(new Section(name, mapping, problems));
    }
    if (root instanceof YamlNode.Nothing) {
      return refuse(root.line(), "is empty; fill it in or remove the file");
    }
    return refuse(root.line(), "must hold keys, not " + root.kind() + "; write key: value");
  }

  private YamlNode node(YAMLParser parser, JsonToken token, int depth) throws IOException {
    int line = line(parser);
    if (depth > DEEPEST) {
      throw new TooDeep(line);
    }
    refuseReferences(parser, line);
    return switch (token) {
      case START_OBJECT -> mapping(parser, line, depth);
      case START_ARRAY -> sequence(parser, line, depth);
      case VALUE_NULL -> new YamlNode.Nothing(line);
      default -> new YamlNode.Scalar(parser.getText(), line);
    };
  }

  private YamlNode mapping(YAMLParser parser, int line, int depth) throws IOException {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      YamlNode value = node(parser, parser.nextToken(), depth + 1);
      YamlNode.Entry first = entries.putIfAbsent(key, new YamlNode.Entry(key, keyLine, value));
      if (first != null) {
        problem(keyLine, "'%s' already stands on line %d; keep one".formatted(key, first.line()));
      }
    }
    return new YamlNode.Mapping(List.copyOf(entries.values()), line);
  }

  private YamlNode sequence(YAMLParser parser, int line, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(parser, token, depth + 1));
    }
    return new YamlNode.Sequence(items, line);
  }

  private void refuseReferences(YAMLParser parser, int line) throws IOException {
    if (parser.isCurrentAlias()) {
      problem(line, "a value that starts with * must stand in quotes");
    }
    if (parser.getTypeId() != null) {
      problem(line, "a value that starts with ! must stand in quotes");
    }
  }

  private static int lineOf(JsonProcessingException e) {
    Matcher marked = MARKED_LINE.matcher(e.getOriginalMessage());
    // The last mark is where it went wrong; those before say what was being read.
    int line =
        marked.results().mapToInt(hit -> Integer.parseInt(hit.group(1))).reduce(0, (a, b) -> b);
    return line > 0 || e.getLocation() == null ? line : e.getLocation().getLineNr();
  }

  private static String reasonOf(JsonProcessingException e) {
    List<String> lines =
        e.getOriginalMessage().lines().filter(line -> !line.startsWith(" ")).toList();
    String reason = lines.get(lines.size() - 1).replaceAll("\\. \\(.*|: *<.*|^\\W+|\\.$", "");
    String remedy =
        reason.contains("cannot start any token") || reason.contains("unexpected character")
            ? "put the value in quotes"
            : "check indentation, quotes, brackets and colons here and just above";
    return reason + "; " + remedy;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineAt(String text, int offset) {
    return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
  }

  private static int line(YAMLParser parser) {
    return parser.currentTokenLocation().getLineNr();
  }

  private <T> Optional<T> refuse(int line, String text) {
    problem(line, text);
    return Optional.empty();
  }

  private void problem(int line, String text) {
    problems.add(name, line, text);
  }

  private static final class TooDeep extends IOException {
    private static final long serialVersionUID = 1L;
    private final int line;

    TooDeep(int line) {
      this.line = line;
    }
  }
}
