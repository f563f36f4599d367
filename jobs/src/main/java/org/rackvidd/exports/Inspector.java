package org.rackvidd.exports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.rackvidd.exports.Recogniser.SampleRow;
import org.rackvidd.exports.Recogniser.Table;
import org.rackvidd.privacy.Redaction;

/** Looks at a file: what its content hashes to, how it is written, which formats it holds. */
public final class Inspector {
  private final Recogniser recogniser;
  private final Configuration hadoop;

  public Inspector(List<ExportFormat> formats, Configuration hadoop) {
    this.recogniser = new Recogniser(formats);
    this.hadoop = hadoop;
  }

  /**
   * A fault of the file is a problem in the answer; nothing is thrown for it.
   *
   * @return one inspection of the file; of an archive, one of itself and one of each file in it
   */
  public List<Inspection> inspect(SourceFile file) {
    try {
      Optional<List<Archive.Member>> members = Archive.members(file, hadoop);
      if (members.isEmpty()) {
        return List.of(inspectFile(file));
      }
      List<Inspection> inspections = new ArrayList<>();
      inspections.add(new Inspection(file, file.contentHash(hadoop), null, List.of()));
      for (Archive.Member member : members.get()) {
        inspections.add(
            member.fault() == null
                ? inspectFile(member.file())
                : problem(member.file(), "", sentence(member.fault())));
      }
      return inspections;
    } catch (IOException e) {
      return List.of(problem(file, "", sentence(e)));
    }
  }

  private Inspection inspectFile(SourceFile file) {
    String fileId = "";
    try {
      fileId = file.contentHash(hadoop);
      byte[] head = head(file);
      if (head.length == 0) {
        return problem(file, fileId, "The file is empty.");
      } else if (ParquetRows.looksLikeParquet(head)) {
        return new Inspection(file, fileId, null, List.of(records(file)));
      }
      return switch (FileMagic.valueOf(head)) {
        case OLE2, OOXML -> workbook(file, fileId);
        case UNKNOWN, XML, HTML -> plain(file, fileId, head);
        default -> problem(file, fileId, "It is no table: the content is that of another kind.");
      };
    } catch (IOException e) {
      return problem(file, fileId, sentence(e));
    }
  }

  private Inspection plain(SourceFile file, String fileId, byte[] head) throws IOException {
    if (!JsonRows.looksLikeJson(head)) {
      return text(file, fileId, head);
    }
    Recognition records;
    try {
      records = records(file);
    } catch (IOException noRecords) {
      // A table may begin with a bracket as well.
      return text(file, fileId, head);
    }
    return new Inspection(file, fileId, null, List.of(records));
  }

  /** Records are looked at twice: for the paths they have, and then for those of their format. */
  private Recognition records(SourceFile file) throws IOException {
    List<String> paths = Records.paths(file, hadoop);
    Recognition first =
        recogniser.recognise(
            Table.only(ExportFormat.Kind.RECORDS, "", null, List.of(new SampleRow(0, paths))));
    if (!first.isRecognised()) {
      return first;
    }
    // Only what the format needs is read from here on.
    List<String> headers = first.format().headers().distinct().toList();
    List<SampleRow> rows = new ArrayList<>();
    rows.add(new SampleRow(0, headers));
    try (Rows records = Records.open(file, headers, first.format().explode(), hadoop)) {
      rows.addAll(Sample.of(records).rows());
    }
    return recogniser.recognise(Table.only(ExportFormat.Kind.RECORDS, "", null, rows));
  }

  private static Inspection problem(SourceFile file, String fileId, String problem) {
    return new Inspection(file, fileId, problem, List.of());
  }

  private static String sentence(IOException e) {
    return "It cannot be read: " + words(e).lines().findFirst().orElse("");
  }

  /** An exception's words, which may quote what stands in a file. */
  static String words(IOException e) {
    return Redaction.cover(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private Inspection workbook(SourceFile file, String fileId) throws IOException {
    List<Recognition> parts = new ArrayList<>();
    try (InputStream in = file.open(hadoop);
        WorkbookDocument workbook = WorkbookDocument.open(in)) {
      for (WorkbookDocument.Sheet sheet : workbook.sheets()) {
        try (Rows rows = sheet.rows()) {
          Sample sample = Sample.of(rows);
          if (sample.rows().isEmpty() && sample.fault() != null) {
            // Else it would pass for an empty sheet.
            throw new IOException("No row can be read. " + sample.fault().getMessage());
          }
          if (!sample.rows().isEmpty()) {
            parts.add(
                recogniser.recognise(
                    Table.only(ExportFormat.Kind.WORKBOOK, sheet.name(), null, sample.rows())));
          }
        }
      }
    }
    return new Inspection(file, fileId, parts.isEmpty() ? "The workbook is empty." : null, parts);
  }

  private Inspection text(SourceFile file, String fileId, byte[] head) throws IOException {
    Charset charset = charset(file, head);
    if (charset == null) {
      return problem(file, fileId, "It is binary data, not text.");
    }
    Recognition best = null;
    for (char delimiter : TextDialect.DELIMITERS) {
      TextDialect dialect = new TextDialect(charset.name(), delimiter);
      Recognition found = recognise(dialect, head);
      if (best == null || better(found, best)) {
        best = found;
      }
    }
    boolean stacked = best.isRecognised() && best.format().stacked();
    return new Inspection(
        file, fileId, null, stacked ? stacked(file, best.dialect()) : List.of(best));
  }

  private Charset charset(SourceFile file, byte[] head) throws IOException {
    boolean isWhole = head.length < TextDialect.HEAD;
    if (isWhole || !TextDialect.isAscii(head)) {
      return TextDialect.charset(head, isWhole);
    }
    try (InputStream in = file.open(hadoop)) {
      return TextDialect.charsetOfAscii(in);
    }
  }

  private List<Recognition> stacked(SourceFile file, TextDialect dialect) throws IOException {
    try (InputStream in = file.open(hadoop);
        Rows rows = new CsvRows(in, dialect.encoding(), dialect.delimiter())) {
      return StackedTables.of(recogniser, dialect, rows).stream()
          .map(recogniser::recognise)
          .toList();
    }
  }

  private static boolean better(Recognition a, Recognition b) {
    if (a.isRecognised() != b.isRecognised()) {
      return a.isRecognised();
    }
    if (a.isRecognised()) {
      return a.headers().size() > b.headers().size();
    }
    return b.rivals().isEmpty() && (!a.rivals().isEmpty() || b.nearest() == null);
  }

  private Recognition recognise(TextDialect dialect, byte[] head) throws IOException {
    try (Rows rows =
        new CsvRows(new ByteArrayInputStream(head), dialect.encoding(), dialect.delimiter())) {
      return recogniser.recognise(
          Table.only(ExportFormat.Kind.TEXT, "", dialect, Sample.of(rows).rows()));
    }
  }

  /**
   * The first rows of a table.
   *
   * @param fault of the first that cannot be read, or null; it will be rejected, with its reason,
   *     when the rows are read
   */
  private record Sample(List<SampleRow> rows, BadRow fault) {
    static Sample of(Rows all) throws IOException {
      List<SampleRow> sample = new ArrayList<>();
      BadRow fault = null;
      while (sample.size() < Recogniser.ROWS_LOOKED_AT) {
        try {
          Cells cells = all.next();
          if (cells == null) {
            break;
          }
          sample.add(new SampleRow(cells.line(), cells.texts()));
        } catch (BadRow bad) {
          fault = fault == null ? bad : fault;
        }
      }
      return new Sample(sample, fault);
    }
  }

  private byte[] head(SourceFile file) throws IOException {
    try (InputStream in = file.open(hadoop)) {
      byte[] head = new byte[TextDialect.HEAD];
      return Arrays.copyOf(head, in.readNBytes(head, 0, head.length));
    }
  }
}
