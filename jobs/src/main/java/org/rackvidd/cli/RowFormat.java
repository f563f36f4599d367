package org.rackvidd.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** How rows are printed: for people, for spreadsheets, for programs. */
enum RowFormat {
  TABLE {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      Printed printed = printTable(rows, out);
      int shown = printed.rows();
      out.println(
          shown > MOST_ROWS
              ? "The first %,d rows; --format csv or json gives all.".formatted(MOST_ROWS)
              : "%,d %s".formatted(shown, shown == 1 ? "row" : "rows"));
      if (printed.isShortened()) {
        out.println("… marks what does not fit; --format csv or json gives all of it.");
      }
    }
  },
  CSV {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      try (CsvWriter csv = CsvWriter.builder().build(new UnclosedWriter(out))) {
        csv.writeRecord(rows.schema().fieldNames());
        Iterator<Row> all = rows.toLocalIterator();
        while (all.hasNext()) {
          csv.writeRecord(texts(all.next()));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  JSON {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      Iterator<Row> all = rows.toLocalIterator();
      while (all.hasNext()) {
        out.println(json(plain(all.next())));
      }
    }
  };

  private static final int MOST_ROWS = 1000;
  private static final int MOST_DIGITS = 6;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * What was printed.
   *
   * @param rows how many there are, or one more than the most that are printed
   * @param isShortened whether texts were cut to fit the terminal
   */
  record Printed(int rows, boolean isShortened) {}

  /** Prints at most {@link #MOST_ROWS}. */
  static Printed printTable(Dataset<Row> rows, PrintWriter out) {
    TextTable table =
        new TextTable(
            Arrays.stream(rows.schema().fields())
                .map(f -> (f.dataType() instanceof NumericType ? ">" : "") + f.name())
                .toList());
    List<Row> shown = rows.takeAsList(MOST_ROWS + 1);
    shown.stream().limit(MOST_ROWS).forEach(row -> table.row(texts(row)));
    table.print(out, Terminal.columns());
    return new Printed(shown.size(), table.isTooWideFor(Terminal.columns()));
  }

  abstract void print(Dataset<Row> rows, PrintWriter out);

  /** Lets a CSV writer flush without closing the program's output. */
  private static final class UnclosedWriter extends java.io.FilterWriter {
    UnclosedWriter(PrintWriter out) {
      super(out);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      texts.add(text(plain(row.get(i))));
    }
    return texts;
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof Double number && Double.isFinite(number)) {
      BigDecimal decimal = new BigDecimal(number).round(new java.math.MathContext(MOST_DIGITS));
      return decimal.stripTrailingZeros().toPlainString();
    } else if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    } else if (value instanceof List<?> list) {
      return list.stream().map(RowFormat::text).collect(Collectors.joining(", "));
    } else if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "" : json(map);
    }
    return value.toString();
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain values can be written as JSON", e);
    }
  }

  /** A value in Java's own collections, times as ISO text in UTC. */
  private static Object plain(Object value) {
    if (value instanceof Row row) {
      Map<String, Object> fields = new LinkedHashMap<>();
      StructType schema = row.schema();
      for (StructField field : schema.fields()) {
        fields.put(field.name(), plain(row.get(row.fieldIndex(field.name()))));
      }
      return fields;
    } else if (value instanceof scala.collection.Seq<?> seq) {
      return CollectionConverters.asJava(seq).stream().map(RowFormat::plain).toList();
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> entries = new java.util.TreeMap<>();
      CollectionConverters.asJava(map).forEach((k, v) -> entries.put(k.toString(), plain(v)));
      return entries;
    } else if (value instanceof Instant instant) {
      return DateTimeFormatter.ISO_INSTANT.format(instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof java.time.temporal.Temporal) {
      return value.toString();
    }
    return value;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
