package org.rackvidd.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.rackvidd.configuration.Account;
import org.rackvidd.configuration.Configuration;
import org.rackvidd.errors.Errors;
import org.rackvidd.lake.Lake;
import org.rackvidd.lake.SideBySide;
import org.rackvidd.lake.TableSpec;
import org.rackvidd.privacy.PersonKey;

/**
 * Takes what is new in a landing folder into the facts. The ledger is written last: a run that is
 * killed before is simply done again, and merging by key makes that come out the same.
 */
public final class Ingest {
  private static final String REJECTED = "ops.rejected_row";

  private final Lake lake;
  private final Formats formats;
  private final Configuration configuration;
  private final Map<String, String> environment;
  private final JavaSparkContext spark;
  private final SerializableConfiguration hadoop;

  /**
   * @param environment as {@link System#getenv()}, where the key for persons may be named
   */
  public Ingest(
      Lake lake, Formats formats, Configuration configuration, Map<String, String> environment) {
    this.lake = lake;
    this.environment = environment;
    this.formats = formats;
    this.configuration = configuration;
    this.spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    this.hadoop = new SerializableConfiguration(spark.hadoopConfiguration());
  }

  /**
   * @param landing folder with the exports
   * @return what became of every new file, in the order of their paths
   */
  public IngestReport run(String landing) {
    Landing folder = new Landing(landing, hadoop.value());
    List<SourceFile> files = folder.files();
    lake.expect(0);
    if (lake.exists(Ledger.TABLE)) {
      createTables();
    }
    Ledger ledger = Ledger.of(lake, formats.fingerprint());
    List<SourceFile> fresh = files.stream().filter(file -> !ledger.knows(file)).toList();
    Set<String> elsewhere = ledger.underAnotherAccount(files, this::listedAccount);
    if (fresh.isEmpty() && elsewhere.isEmpty()) {
      createTables();
      return report(List.of(), files, 0, ledger);
    }
    lake.expect(fresh.stream().mapToLong(SourceFile::bytes).sum());
    List<Inspection> inspections = inspect(fresh);
    List<Inspection> touched =
        inspections.stream().filter(i -> ledger.wasReadAs(i.file().path(), i.fileId())).toList();
    List<Inspection> news = inspections.stream().filter(i -> !touched.contains(i)).toList();
    Triage triage = new Triage(news, ledger, configuration.organisation().timeZone());
    List<FileOutcome> outcomes = triage.outcomes();
    List<Section> sections = new ArrayList<>();
    outcomes.stream()
        .filter(o -> o.status().equals("read"))
        .map(o -> section(o.file(), o.fileId(), o.recognition(), triage.best(o.fileId())))
        .forEach(sections::add);
    Set<String> moved = Set.copyOf(elsewhere);
    elsewhere.addAll(triage.withdrawn());
    Withdrawal withdrawal = new Withdrawal(lake, formats, ledger, elsewhere);
    List<Section> again = readAgain(withdrawal, inspections, files, triage, sections);
    sections.addAll(again);
    List<Section> keyed = withPersonKey(sections);
    createTables();
    long batch = ledger.nextBatch();
    Accounted accounted = account(keyed, batch);
    // A file that somebody is still writing is left alone until it is whole.
    Set<String> changed = folder.changed(files);
    List<Section> whole =
        accounted.sections().stream().filter(s -> !changed.contains(s.file().uri())).toList();
    noteMoving(moved, batch);
    withdrawal.before();
    intoFacts(whole, accounted, batch);
    withdrawal.after();
    changed.addAll(folder.changed(files));
    List<FileOutcome> counted =
        outcomes.stream()
            .map(
                o ->
                    changed.contains(o.file().uri())
                        ? o.changed()
                        : withCounts(o, accounted.counts()))
            .distinct()
            .toList();
    writeLedger(counted, batch);
    noteTouched(touched, batch);
    // What was left alone stays noted as on its way.
    noteGivenAccounts(
        again.stream().filter(s -> !changed.contains(s.file().uri())).toList(), accounted, batch);
    return report(counted, files, moved.size(), ledger);
  }

  private void createTables() {
    lake.create(
        lake.tables().names().stream().filter(name -> !name.startsWith("results.")).toList());
  }

  private IngestReport report(
      List<FileOutcome> outcomes, List<SourceFile> files, int moved, Ledger ledger) {
    Set<String> formatsOfPersons = formats.aboutPersons();
    boolean persons =
        !ledger.contents(formatsOfPersons).isEmpty()
            || outcomes.stream()
                .filter(o -> o.recognition() != null && o.recognition().isRecognised())
                .anyMatch(o -> formatsOfPersons.contains(o.recognition().format().name()));
    return new IngestReport(outcomes, files.size(), moved, ledger.unread(files), persons);
  }

  private List<Inspection> inspect(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<ExportFormat> all = formats.all();
    var configured = hadoop;
    return spark
        .parallelize(files, Math.min(files.size(), spark.defaultParallelism() * 4))
        .mapPartitions(
            part -> {
              Inspector inspector = new Inspector(all, configured.value());
              List<Inspection> inspections = new ArrayList<>();
              part.forEachRemaining(file -> inspections.addAll(inspector.inspect(file)));
              return inspections.iterator();
            })
        .collect();
  }

  /** The files, other than those that are read anyhow, that fill what a withdrawal leaves open. */
  private List<Section> readAgain(
      Withdrawal withdrawal,
      List<Inspection> inspections,
      List<SourceFile> files,
      Triage triage,
      List<Section> sections) {
    List<SourceFile> others = withdrawal.files(files, inspections);
    if (others.isEmpty()) {
      return List.of();
    }
    lake.expect(
        Stream.concat(others.stream(), sections.stream().map(Section::file))
            .mapToLong(SourceFile::bytes)
            .sum());
    Set<String> done = sections.stream().map(Section::fileId).collect(Collectors.toSet());
    List<Section> again = new ArrayList<>();
    for (Inspection inspection : inspect(others)) {
      if (withdrawal.contents().contains(inspection.fileId()) && done.add(inspection.fileId())) {
        inspection.parts().stream()
            .filter(part -> part.isRecognised() && withdrawal.concerns(part.format()))
            .map(
                part ->
                    section(
                        inspection.file(),
                        inspection.fileId(),
                        part,
                        triage.best(inspection.fileId())))
            .forEach(again::add);
      }
    }
    return again;
  }

  /**
   * The sections with the key for those of them that are about persons.
   *
   * @throws org.rackvidd.errors.UserError where one is needed and there is none, or another than
   *     the lake's
   */
  private List<Section> withPersonKey(List<Section> sections) {
    List<String> files =
        sections.stream().filter(this::isAboutPersons).map(s -> s.file().path()).toList();
    if (files.isEmpty()) {
      return sections;
    }
    PersonKey key =
        PersonKey.find(configuration, environment).orElseThrow(() -> Errors.personKeyNeeded(files));
    lake.table("facts.person_event")
        .select("person_key_id")
        .filter(functions.col("person_key_id").notEqual(key.id()))
        .limit(1)
        .collectAsList()
        .forEach(
            row -> {
              throw Errors.otherPersonKey(row.getString(0), key.id());
            });
    return sections.stream().map(s -> isAboutPersons(s) ? s.withPersonKey(key) : s).toList();
  }

  private boolean isAboutPersons(Section section) {
    return formats.intake(section.format()).isAboutPersons();
  }

  private Section section(
      SourceFile file, String fileId, Recognition recognition, Evidence evidence) {
    // The path that says best when it was exported is believed in all other things too.
    SourceFile named = file.named(evidence.path());
    Optional<Account> account = account(recognition.format().channel(), named.unpackedPath());
    Section.Owner owner =
        new Section.Owner(
            configuration.organisation().id(),
            configuration.organisation().country(),
            account.map(Account::id).orElse(null),
            account.map(Account::name).orElse(null));
    return new Section(named, fileId, recognition, owner, evidence.observed());
  }

  private Optional<String> listedAccount(String format, String path) {
    return formats
        .find(format)
        .flatMap(known -> account(known.channel(), SourceFile.unpacked(path)))
        .map(Account::id);
  }

  private Optional<Account> account(String channel, String path) {
    if (channel == null) {
      return Optional.empty();
    }
    Optional<Account> byFile = configuration.accountForFile(channel, path);
    List<Account> own = configuration.ownAccounts(channel);
    return byFile.isPresent() || own.size() != 1 ? byFile : Optional.of(own.get(0));
  }

  /** Reads everything once to know what will become of every row; stores those refused. */
  private Accounted account(List<Section> sections, long batch) {
    if (sections.isEmpty()) {
      return new Accounted(List.of(), Map.of(), Contested.none());
    }
    List<Section> pieces = Pieces.of(spark, hadoop, sections);
    try (FirstReading reading = FirstReading.of(pieces, this::entries)) {
      Accounted accounted = reading.accounted();
      if (accounted.counts().values().stream().anyMatch(c -> c.rowsRejected() > 0)) {
        storeRejected(reading.refused(), accounted, batch);
      }
      return accounted;
    }
  }

  private JavaRDD<Accounting.Entry> entries(List<Section> sections) {
    Map<String, Intake> intakes = new LinkedHashMap<>();
    sections.forEach(s -> intakes.put(s.format().name(), formats.intake(s.format())));
    var configured = hadoop;
    List<List<Section>> tasks = IntakeSource.tasks(sections, section -> section);
    return spark
        .parallelize(tasks, tasks.size())
        .flatMap(List::iterator)
        .flatMap(s -> new Accounting(s, intakes.get(s.format().name()), configured.value()));
  }

  private void storeRejected(JavaRDD<Accounting.Refused> refused, Accounted accounted, long batch) {
    JavaRDD<Row> rows =
        refused.map(
            r ->
                RowFactory.create(
                    r.fileId(),
                    r.path(),
                    r.part(),
                    r.line(),
                    r.nth(),
                    r.reason(),
                    r.sentence(),
                    r.row(),
                    batch));
    Object[] files = accounted.sections().stream().map(Section::fileId).distinct().toArray();
    lake.merge(
        REJECTED,
        lake.spark().createDataFrame(rows, lake.tables().get(REJECTED).schema()),
        functions.col("stored.file_id").isin(files));
  }

  private void intoFacts(List<Section> sections, Accounted accounted, long batch) {
    Map<Intake, List<Section>> byIntake =
        sections.stream()
            .filter(section -> accounted.of(section).given() > 0)
            .collect(
                Collectors.groupingBy(
                    s -> formats.intake(s.format()), LinkedHashMap::new, Collectors.toList()));
    List<FactBatch> batches = new ArrayList<>();
    byIntake.forEach(
        (intake, part) ->
            intake
                .facts()
                .forEach(
                    fact -> batches.add(FactBatch.of(lake, intake, fact, part, accounted, batch))));
    SideBySide.each(batches, b -> b.store(lake));
  }

  private static FileOutcome withCounts(
      FileOutcome outcome, Map<String, Accounting.Counts> counts) {
    Accounting.Counts own = counts.get(Section.key(outcome.fileId(), outcome.part()));
    boolean isRead = outcome.status().equals("read");
    return new FileOutcome(
        outcome.file(),
        outcome.fileId(),
        outcome.observed(),
        outcome.recognition(),
        isRead ? own : null,
        isRead ? own.fault() : outcome.problem(),
        outcome.sameAs());
  }

  /** Files that were written again with the content they had: only their time is new. */
  private void noteTouched(List<Inspection> touched, long batch) {
    amend(
        touched.stream()
            .map(
                i ->
                    RowFactory.create(
                        i.file().path(),
                        i.fileId(),
                        Instant.ofEpochMilli(i.file().modifiedMillis())))
            .toList(),
        List.of("path", "file_id"),
        "modified_at",
        batch);
  }

  /** A run that is killed while facts move leaves word of it, whatever the next one is told. */
  private void noteMoving(Set<String> contents, long batch) {
    amend(
        contents.stream().map(content -> RowFactory.create(content, Ledger.MOVING)).toList(),
        List.of("file_id"),
        "given_account",
        batch);
  }

  private void noteGivenAccounts(List<Section> again, Accounted accounted, long batch) {
    amend(
        again.stream()
            .map(
                section ->
                    RowFactory.create(
                        section.fileId(),
                        section.recognition().part(),
                        accounted.counts().get(section.wholeKey()).givenAccount()))
            .toList(),
        List.of("file_id", "part"),
        "given_account",
        batch);
  }

  /**
   * Changes one column in lines of the ledger.
   *
   * @param rows the lines' key, and the value
   */
  private void amend(List<Row> rows, List<String> key, String column, long batch) {
    if (rows.isEmpty()) {
      return;
    }
    TableSpec ledger = lake.tables().get(Ledger.TABLE);
    StructType schema =
        new StructType(
            Stream.concat(key.stream(), Stream.of(column))
                .map(name -> ledger.schema().apply(name))
                .toArray(StructField[]::new));
    Dataset<Row> lines =
        lake.table(Ledger.TABLE)
            .drop(column)
            .join(
                functions.broadcast(lake.spark().createDataFrame(rows, schema)),
                key.toArray(String[]::new),
                "inner")
            .withColumn("batch", functions.lit(batch))
            .select(ledger.columnNames().stream().map(functions::col).toArray(Column[]::new));
    // Also what this run has written itself.
    lake.exchange(Ledger.TABLE, lines, lines.limit(0), functions.lit(true));
  }

  private void writeLedger(List<FileOutcome> outcomes, long batch) {
    if (outcomes.isEmpty()) {
      return;
    }
    String version = formats.fingerprint();
    List<Row> rows = outcomes.stream().map(o -> o.row(version, batch)).toList();
    Object[] paths = outcomes.stream().map(o -> o.file().path()).distinct().toArray();
    lake.merge(
        Ledger.TABLE,
        lake.spark().createDataFrame(rows, lake.tables().get(Ledger.TABLE).schema()),
        functions.col("stored.path").isin(paths));
  }
}
