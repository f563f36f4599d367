package org.rackvidd.exports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Rows of the records of a Parquet file, laid out as those of JSON are. */
final class ParquetRows extends RecordRows {
  /** A row group is held in memory; no writer makes larger ones unless told to. */
  private static final long LARGEST_ROW_GROUP = 512L << 20;

  private final ParquetFileReader file;
  private final MessageColumnIO columns;
  private final ParquetRecord records;
  private final FlatRecord record;
  private RecordReader<ObjectNode> group;
  private long left;
  private long ordinal;

  /**
   * @param headers paths of the cells, as {@link FlatRecord} knows them; only the columns they need
   *     are read
   * @param explode path of the list whose elements become rows of their own, or null
   */
  ParquetRows(SourceFile file, Configuration hadoop, List<String> headers, String explode)
      throws IOException {
    this(ChannelInputFile.of(file, hadoop), headers, new FlatRecord(headers, explode), explode);
  }

  private ParquetRows(
      ChannelInputFile input, List<String> headers, FlatRecord record, String explode)
      throws IOException {
    super(record, explode != null);
    this.file = open(input);
    this.record = record;
    try {
      MessageType all = file.getFileMetaData().getSchema();
      MessageType needed = headers == null ? all : needed(all, headers, explode);
      checkSizes(file.getRowGroups());
      new ParquetPages(input.channel()).check(file.getRowGroups(), needed);
      file.setRequestedSchema(needed);
      this.columns = new ColumnIOFactory().getColumnIO(needed, all);
      this.records = new ParquetRecord(needed);
    } catch (IOException e) {
      file.close();
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      file.close();
      throw new IOException("The Parquet file is damaged.", e);
    }
  }

  private static ParquetFileReader open(ChannelInputFile input) throws IOException {
    try {
      return ParquetFileReader.open(input);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // Parquet answers damage with exceptions of many kinds, and believes any length and depth.
      input.channel().close();
      throw new IOException("The Parquet file is damaged or was cut off. Export it again.", e);
    }
  }

  /** Whether these first bytes of a file are those of a Parquet file. */
  static boolean looksLikeParquet(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1';
  }

  /**
   * The paths of all columns that are no lists, and those in the lists of the first records.
   *
   * @param most number of records looked at
   */
  static List<String> headers(SourceFile file, Configuration hadoop, int most) throws IOException {
    FlatRecord learning = new FlatRecord();
    try (ParquetRows rows =
        new ParquetRows(ChannelInputFile.of(file, hadoop), null, learning, null)) {
      Set<String> paths = new LinkedHashSet<>();
      addPaths(rows.file.getFileMetaData().getSchema(), "", paths);
      rows.learn(most);
      paths.addAll(learning.paths());
      return List.copyOf(paths);
    }
  }

  private static void addPaths(GroupType group, String prefix, Set<String> paths) {
    for (Type field : group.getFields()) {
      if (field.isRepetition(Type.Repetition.REPEATED)) {
        continue;
      }
      String path = prefix + field.getName();
      if (field.isPrimitive()) {
        paths.add(path);
      } else if (field.getLogicalTypeAnnotation() == null) {
        addPaths(field.asGroupType(), path + ".", paths);
      }
    }
  }

  private static MessageType needed(MessageType all, List<String> headers, String explode) {
    Set<String> first = new HashSet<>();
    headers.forEach(header -> first.add(firstKey(header)));
    if (explode != null) {
      first.add(firstKey(explode));
    }
    List<Type> fields =
        all.getFields().stream()
            .filter(field -> first.contains(firstKey(field.getName())))
            .toList();
    return new MessageType(all.getName(), fields);
  }

  private static String firstKey(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  private static void checkSizes(List<BlockMetaData> groups) throws IOException {
    for (BlockMetaData group : groups) {
      if (group.getCompressedSize() > LARGEST_ROW_GROUP
          || group.getTotalByteSize() > UnpackedStream.LARGEST) {
        throw new IOException(
            "A row group of the Parquet file is larger than %d MB. Write it with smaller ones."
                .formatted(LARGEST_ROW_GROUP >> 20));
      }
    }
  }

  @Override
  boolean nextRecord() throws IOException, BadRow {
    ObjectNode next;
    try {
      next = read();
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      left = 0;
      throw new IOException("The Parquet file is damaged at record %,d.".formatted(ordinal), e);
    }
    if (next == null) {
      return false;
    }
    try (JsonParser json = next.traverse()) {
      json.nextToken();
      record.read(json);
      return true;
    }
  }

  private ObjectNode read() throws IOException {
    while (left == 0) {
      PageReadStore pages = columns.getChildrenCount() == 0 ? null : file.readNextRowGroup();
      if (pages == null) {
        return null;
      }
      left = pages.getRowCount();
      group = columns.getRecordReader(pages, records);
    }
    left--;
    ordinal++;
    return group.read();
  }

  /** Ordinal of the record. */
  @Override
  long place() {
    return ordinal;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
