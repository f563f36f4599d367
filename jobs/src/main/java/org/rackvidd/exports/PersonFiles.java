package org.rackvidd.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.rackvidd.lake.Lake;

/**
 * Removes exports with persons in them from the landing folder once all of their rows are in the
 * lake. What may go is decided by the ledger and by what lies there, so the next run completes one
 * that was killed.
 */
public final class PersonFiles {
  /**
   * A file with persons that is still there.
   *
   * @param path below the landing folder
   * @param why the rest of a sentence that begins with the path
   */
  public record Left(String path, String why) {}

  /**
   * What a sweep did, in the order of paths.
   *
   * @param removed paths below the landing folder
   */
  public record Swept(List<String> removed, List<Left> left) {}

  private final Lake lake;
  private final Set<String> formats;
  private final boolean keep;

  /**
   * @param formats names of the formats that hold persons
   * @param keep whether the configuration says that files with persons stay
   */
  public PersonFiles(Lake lake, Set<String> formats, boolean keep) {
    this.lake = lake;
    this.formats = Set.copyOf(formats);
    this.keep = keep;
  }

  /**
   * Removes every file whose tables, one of which at least holds persons, were all read to their
   * end without a rejected row; an archive if that holds for its entries. Must not run beside an
   * ingest into the same lake.
   *
   * @param landing the folder that was ingested
   */
  public Swept sweep(String landing) {
    List<String> removed = new ArrayList<>();
    List<Left> left = new ArrayList<>();
    if (!lake.exists(Ledger.TABLE) || formats.isEmpty()) {
      return new Swept(removed, left);
    }
    lake.expect(0);
    Configuration hadoop = lake.spark().sparkContext().hadoopConfiguration();
    PersonContents contents = new PersonContents(lines(), formats);
    Removal removal = new Removal(landing, hadoop);
    for (SourceFile file : new Landing(landing, hadoop).files()) {
      Optional<PersonContents.Content> persons = contents.of(file);
      if (persons.isPresent()) {
        Optional<String> why = remove(file, persons.get(), removal);
        why.ifPresentOrElse(
            reason -> left.add(new Left(file.path(), reason)), () -> removed.add(file.path()));
      }
    }
    return new Swept(removed, left);
  }

  /** Why the file stays; empty when it is gone. */
  private Optional<String> remove(
      SourceFile file, PersonContents.Content content, Removal removal) {
    if (keep) {
      return Optional.of("stays as keep_person_files says");
    } else if (content.problem() != null) {
      return Optional.of(
          "stays because %s; see to that, or remove it by hand".formatted(content.problem()));
    }
    return removal.remove(file, content.fileId());
  }

  private List<PersonContents.Line> lines() {
    return lake.table(Ledger.TABLE).selectExpr(PersonContents.COLUMNS).collectAsList().stream()
        .map(PersonContents.Line::of)
        .toList();
  }
}
