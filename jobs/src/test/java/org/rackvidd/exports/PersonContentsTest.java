package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackvidd.exports.PersonContents.Line;

/** What may be removed, by the lines of the ledger. Contents go by a letter each. */
class PersonContentsTest {
  private static final String MAY_GO = "may go";
  private static final String NO_PERSONS = "no persons";

  private final List<Line> ledger = new ArrayList<>();

  @Test
  void aFileWithPersonsMayGoWhenItWasReadInFull() {
    line("leads.csv", "a", "", "read", "leads", 0, null, 1);
    line("posts.csv", "b", "", "read", "posts", 0, null, 1);

    assertThat(verdict("leads.csv")).isEqualTo(MAY_GO);
    assertThat(verdict("posts.csv")).isEqualTo(NO_PERSONS);
    assertThat(verdict("new.csv")).isEqualTo(NO_PERSONS);
  }

  @Test
  void aFileWrittenSinceItWasIngestedIsNotTheOneThatWasRead() {
    line("leads.csv", "a", "", "read", "leads", 0, null, 1);
    PersonContents contents = new PersonContents(ledger, Set.of("leads"));

    assertThat(contents.of(new SourceFile("file:/x", "leads.csv", 10, 1000))).isPresent();
    assertThat(contents.of(new SourceFile("file:/x", "leads.csv", 11, 1000))).isEmpty();
    assertThat(contents.of(new SourceFile("file:/x", "leads.csv", 10, 1001))).isEmpty();
  }

  @Test
  void rejectedRowsAndBrokenOffReadingKeepIt() {
    line("a.csv", "a", "", "read", "leads", 2, null, 1);
    line("b.csv", "b", "", "read", "leads", 0, "the quote is never closed", 1);

    assertThat(verdict("a.csv")).isEqualTo("2 of its rows were rejected");
    assertThat(verdict("b.csv")).isEqualTo("it was not read to its end");
  }

  @Test
  void everyTableOfAFileMustHaveBeenRead() {
    line("a.xlsx", "a", "Leads", "read", "leads", 0, null, 1);
    line("a.xlsx", "a", "Notes", "unrecognised", null, 0, null, 1);
    line("b.xlsx", "b", "Leads", "read", "leads", 0, null, 1);
    line("b.xlsx", "b", "Posts", "read", "posts", 0, null, 1);
    line("c.xlsx", "c", "Leads", "read", "leads", 0, null, 1);
    line("c.xlsx", "c", "Posts", "read", "posts", 1, null, 1);

    assertThat(verdict("a.xlsx")).isEqualTo("Notes was not read (unrecognised)");
    assertThat(verdict("b.xlsx")).isEqualTo(MAY_GO);
    assertThat(verdict("c.xlsx")).isEqualTo("one of its rows was rejected");
  }

  @Test
  void aCopyGoesWithTheContentThatWasRead() {
    line("a.csv", "a", "", "read", "leads", 0, null, 1);
    line("copy of a.csv", "a", "", "same_content", null, 0, null, 2);
    line("b.csv", "b", "", "read", "leads", 1, null, 1);
    line("copy of b.csv", "b", "", "same_content", null, 0, null, 2);

    assertThat(verdict("copy of a.csv")).isEqualTo(MAY_GO);
    assertThat(verdict("copy of b.csv")).isEqualTo("one of its rows was rejected");
  }

  /** A table may have another name once its format is known; its old line is history. */
  @Test
  void onlyTheLastLookAtAFileCounts() {
    line("a.csv", "a", "", "unrecognised", null, 0, null, 1);
    line("a.csv", "a", "line 14", "read", "leads", 0, null, 2);

    assertThat(verdict("a.csv")).isEqualTo(MAY_GO);
  }

  @Test
  void aContentReadInFullUnderAnyPathWasRead() {
    line("a.csv", "a", "", "unreadable", null, 0, null, 1);
    line("b.csv", "a", "", "read", "leads", 0, null, 2);

    assertThat(verdict("a.csv")).isEqualTo(MAY_GO);
  }

  @Test
  void anArchiveMayGoWhenAllItsEntriesWereRead() {
    line("a.zip", "z", "", "archive", null, 0, null, 1);
    line("a.zip/leads.csv", "a", "", "read", "leads", 0, null, 1);
    line("a.zip/posts/p.csv", "b", "", "read", "posts", 0, null, 1);
    line("a.zip/copy.csv", "a", "", "same_content", null, 0, null, 1);
    line("copy.zip", "z", "", "same_content", null, 0, null, 2);
    line("a.zip0", "c", "", "unreadable", null, 0, null, 1);

    assertThat(verdict("a.zip")).isEqualTo(MAY_GO);
    assertThat(verdict("copy.zip")).isEqualTo(MAY_GO);
  }

  @Test
  void anArchiveStaysForOneEntry() {
    line("a.zip", "z", "", "archive", null, 0, null, 1);
    line("a.zip/leads.csv", "a", "", "read", "leads", 0, null, 1);
    line("a.zip/posts.csv", "b", "", "read", "posts", 3, null, 1);
    line("b.zip", "y", "", "archive", null, 0, null, 1);
    line("b.zip/leads.csv", "c", "", "read", "leads", 0, null, 1);
    line("b.zip/leads.csv", "d", "", "unreadable", null, 0, "damaged", 1);
    line("c.zip", "x", "", "archive", null, 0, null, 1);
    line("c.zip/posts.csv", "e", "", "read", "posts", 0, null, 1);
    line("d.zip", "w", "", "archive", null, 0, null, 1);

    assertThat(verdict("a.zip")).isEqualTo("posts.csv: 3 of its rows were rejected");
    assertThat(verdict("b.zip")).isEqualTo("leads.csv: it was not read (unreadable)");
    assertThat(verdict("c.zip")).isEqualTo(NO_PERSONS);
    assertThat(verdict("d.zip")).isEqualTo(NO_PERSONS);
  }

  @Test
  void anArchiveWithinAnArchiveIsOneOfItsEntries() {
    line("a.zip", "z", "", "archive", null, 0, null, 1);
    line("a.zip/b.zip", "y", "", "archive", null, 0, null, 1);
    line("a.zip/b.zip/leads.csv", "a", "", "read", "leads", 0, null, 1);
    line("q.zip", "x", "", "archive", null, 0, null, 1);
    line("q.zip/q.zip", "x", "", "same_content", null, 0, null, 1);

    assertThat(verdict("a.zip")).isEqualTo(MAY_GO);
    assertThat(verdict("q.zip")).isEqualTo(NO_PERSONS);
  }

  @Test
  void anArchiveIsNotJudgedByTheEntriesOfItsPredecessor() {
    line("week.zip", "y", "", "archive", null, 0, null, 1);
    line("week.zip/leads.csv", "a", "", "read", "leads", 0, null, 1);
    line("week.zip", "z", "", "archive", null, 0, null, 2);
    line("week.zip/posts.csv", "b", "", "read", "posts", 0, null, 2);

    assertThat(verdict("week.zip")).isEqualTo(NO_PERSONS);
  }

  /** Writing the archive again unchanged renews its line, not those of its entries. */
  @Test
  void anArchiveWrittenAgainUnchangedKeepsItsEntries() {
    line("a.zip", "z", "", "archive", null, 0, null, 5);
    line("a.zip/leads.csv", "a", "", "read", "leads", 0, null, 1);

    assertThat(verdict("a.zip")).isEqualTo(MAY_GO);
  }

  private void line(
      String path,
      String fileId,
      String part,
      String status,
      String format,
      long rejected,
      String problem,
      long batch) {
    ledger.add(new Line(path, fileId, part, status, format, rejected, problem, 10, 1000, batch));
  }

  private String verdict(String path) {
    return new PersonContents(ledger, Set.of("leads"))
        .of(new SourceFile("file:/x", path, 10, 1000))
        .map(content -> content.problem() == null ? MAY_GO : content.problem())
        .orElse(NO_PERSONS);
  }
}
