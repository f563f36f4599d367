package org.rackvidd.exports;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.spark.sql.types.StringType;
import org.rackvidd.privacy.Pseudonyms;
import org.rackvidd.privacy.Redaction;

/** Reads the rows of one section: each is taken in, set aside with a reason, or refused. */
final class RowReader {
  /** Reason of rows above the header and of headers that stand again below it. */
  static final String NOTE = "note";

  /** Columns that are filled once for each of a format's metrics. */
  static final Set<String> BY_METRIC = Set.of("metric", "event", "at");

  private static final byte[] UNKNOWN = utf8("unknown");
  private static final byte[] MINUTE = utf8("minute");
  private static final byte[] DAY = utf8("day");
  private static final byte[] FROM_TEXT = utf8("text");
  private static final byte[] FROM_ID = utf8("id");
  private static final byte[] ID_DIFFERS = utf8("id_differs");

  private static final Duration DOUBTFUL = Duration.ofDays(1);
  private static final byte[] NAMED = utf8("name:");

  private record StandIn(int slot, int source, boolean isText) {}

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final Section section;
  private final Intake intake;
  private final Map<String, Integer> slots;
  private final SectionFields fields;
  private final List<Field> stored;
  private final List<Field> metrics;
  private final List<SectionFields.Dimension> dimensions;
  private final NumberText numbers;
  private final List<SetAsideRule> setAside;
  private final IntakeRow row;
  private final List<List<String>> key;
  private final List<int[]> keySlots;
  private final List<StandIn> standIns = new ArrayList<>();
  private final int[][] grains;
  private final LongHashSet repeated = new LongHashSet();
  private final int accountSlot;
  private final int accountNameSlot;
  private final int lineSlot;
  private final int publishedSlot;
  private final int precisionSlot;
  private final int sourceSlot;
  private final int periodStartSlot;
  private final int periodEndSlot;
  private final int metricSlot;
  private final int valueSlot;
  private final int breakdownSlot;
  private final int dimensionSlot;
  private final int figureSlot;
  private final int atSlot;
  private final int eventSlot;
  private final PersonEvent event;
  private final CampaignTexts campaigns;
  private final Pseudonyms pseudonyms;

  private RefusedRow refused;
  private Binding.Headers knownHeaders;
  private long otherHeaderLine;
  private final double[] metricValues;
  private final boolean[] metricKnown;
  private final long headerLine;
  private final List<String> headers;
  private final List<Integer> spreadCells;

  RowReader(Section section, Intake intake) {
    this.section = section;
    this.intake = intake;
    this.slots = intake.slots();
    this.row = new IntakeRow(slots.size());
    this.pseudonyms =
        section.personKey() == null
            ? null
            : new Pseudonyms(section.personKey(), section.owner().country());
    this.numbers = new NumberText(section.recognition().notation().decimals());
    this.headerLine = section.recognition().place().header();
    this.headers = section.recognition().headers();
    Binding binding = Binding.of(new Binding.Headers(section.format()), headers);
    this.spreadCells = binding.cells().getOrDefault(section.format().spread(), List.of());
    this.fields = new SectionFields(section, intake, binding);
    this.stored = new ArrayList<>(fields.stored());
    this.metrics = fields.metrics();
    this.dimensions = fields.dimensions();
    if (section.repeated() != null) {
      LongStream.of(section.repeated()).forEach(repeated::add);
    }
    this.metricValues = new double[metrics.size()];
    this.metricKnown = new boolean[metrics.size()];
    this.setAside =
        section.format().setAside().stream().map(r -> new SetAsideRule(r, binding)).toList();
    this.key =
        intake.key().stream()
            .filter(group -> section.format().metrics().isEmpty() || !BY_METRIC.containsAll(group))
            .filter(group -> !isOfTheWhole(group))
            .toList();
    this.keySlots =
        key.stream().map(group -> group.stream().mapToInt(slots::get).toArray()).toList();
    intake
        .standIns()
        .forEach(
            (column, source) ->
                standIns.add(
                    new StandIn(
                        slots.get(column),
                        slots.get(source),
                        intake.columns().apply(column).dataType() instanceof StringType)));
    this.grains =
        intake.facts().stream()
            .map(fact -> fact.grain().stream().mapToInt(slots::get).toArray())
            .toArray(int[][]::new);
    this.accountSlot = slots.get("account_id");
    this.accountNameSlot = slots.getOrDefault("account_name", -1);
    this.lineSlot = slots.get("line");
    this.publishedSlot = slots.getOrDefault("published_at", -1);
    this.precisionSlot = slots.getOrDefault("published_at_precision", -1);
    this.sourceSlot = slots.getOrDefault("published_at_source", -1);
    this.periodStartSlot = slots.getOrDefault("period_start", -1);
    this.periodEndSlot = slots.getOrDefault("period_end", slots.getOrDefault("day", -1));
    this.metricSlot = slots.getOrDefault("metric", -1);
    this.valueSlot = slots.getOrDefault("value", -1);
    this.breakdownSlot = slots.getOrDefault("breakdown", -1);
    this.dimensionSlot = slots.getOrDefault("dimension", -1);
    this.atSlot = slots.getOrDefault("at", -1);
    this.eventSlot = slots.getOrDefault("event", -1);
    this.event = intake.isAboutPersons() ? new PersonEvent(slots) : null;
    this.campaigns = new CampaignTexts(intake.isAboutPersons());
    this.figureSlot = intake.figure() == null ? -1 : slots.get(intake.figure());
    keepShared();
  }

  /**
   * Whether the table has no column for what its rows are about, then it is the account; a header
   * that nobody knows may be that column.
   */
  private boolean isOfTheWhole(List<String> group) {
    return section.recognition().unknown().isEmpty()
        && group.stream().anyMatch(intake.standIns()::containsKey)
        && group.stream().map(fields::get).allMatch(field -> field == null || field.saysNothing());
  }

  /** Whether names stand in the table, in columns that are not read. */
  boolean hasPersonalColumns() {
    return fields.all().stream().anyMatch(field -> field.rule.personal() && field.cells.length > 0);
  }

  /** What the rows read so far say of the table's notation; JSON and Parquet have points. */
  Notation.Signs notation() {
    boolean isRecords = section.format().document() == ExportFormat.Kind.RECORDS;
    return new Notation.Signs(
        isRecords ? DecimalSign.Signs.NONE : numbers.signs(), fields.dayOrder());
  }

  /** Whether the row just read stands under the account that those without one are given. */
  boolean hasGivenAccount() {
    return row.hasText(accountSlot, section.givenAccount());
  }

  /**
   * Reads one row.
   *
   * @param accept called once for every fact row it gives, with {@link #row} filled
   * @return the reason for which the row is set aside, or null where it is taken in
   * @throws BadRow where it is refused; {@code accept} has then not been called
   */
  String read(Cells cells, Consumer<IntakeRow> accept) throws BadRow {
    if (otherHeaderLine > 0) {
      throw new BadRow(
          Reason.UNREADABLE,
          "It stands below another header, on line %,d. Put that table into a file of its own."
              .formatted(otherHeaderLine));
    }
    try {
      return readRow(cells, accept);
    } catch (BadRow bad) {
      if (isOtherHeader(cells)) {
        otherHeaderLine = cells.line();
        throw new BadRow(Reason.UNREADABLE, "It is another header than the table's first.");
      }
      throw bad;
    }
  }

  /** Where another header stands, below which no row can be read; 0 where none was met. */
  long otherHeaderLine() {
    return otherHeaderLine;
  }

  /** Two exports in one file need not have their columns in one order. */
  private boolean isOtherHeader(Cells cells) {
    if (section.format().spread() != null
        || section.format().document() == ExportFormat.Kind.RECORDS) {
      return false;
    }
    if (knownHeaders == null) {
      knownHeaders = new Binding.Headers(section.format());
    }
    Binding binding = Binding.of(knownHeaders, cells.texts());
    return binding.unknown().isEmpty() && binding.cells().size() > 1;
  }

  private String readRow(Cells cells, Consumer<IntakeRow> accept) throws BadRow {
    if (cells.line() < headerLine) {
      return NOTE;
    }
    String reason = setAside(cells);
    if (reason != null) {
      return reason;
    }
    row.clear();
    for (int i = 0; i < stored.size(); i++) {
      store(stored.get(i), cells);
    }
    storeBreakdown(cells);
    storeOrigin(cells.line());
    nameAccount();
    if (event != null && section.format().metrics().isEmpty()) {
      event.complete(row);
    }
    checkKey();
    for (StandIn standIn : standIns) {
      fill(standIn);
    }
    checkPeriod();
    if (event == null) {
      readMetrics(cells);
    }
    checkOnceAFile();
    if (section.format().spread() != null) {
      acceptSpread(cells, accept);
    } else if (section.format().metrics().isEmpty()) {
      acceptRow(accept);
    } else if (event != null) {
      acceptEvents(cells, accept);
    } else {
      acceptMetrics(accept);
    }
    return null;
  }

  private String setAside(Cells cells) throws BadRow {
    for (SetAsideRule rule : setAside) {
      if (rule.mustBeBlank()) {
        // Half a row is empty behind the cut, and must not pass for a total.
        checkWidth(cells);
      }
      if (rule.applies(cells)) {
        return rule.reason();
      }
    }
    if (isRepeatedHeader(cells)) {
      return NOTE;
    }
    checkWidth(cells);
    return null;
  }

  private boolean isRepeatedHeader(Cells cells) {
    if (cells.size() != headers.size()) {
      return false;
    }
    for (int i = 0; i < headers.size(); i++) {
      if (!cells.is(i, headers.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void checkWidth(Cells cells) throws BadRow {
    int width = headers.size();
    boolean sheet = section.recognition().dialect() == null;
    if (cells.size() < width && !sheet) {
      throw new BadRow(
          Reason.TOO_FEW_FIELDS,
          "The row has %d of %d fields; it may have been cut off.".formatted(cells.size(), width));
    }
    for (int i = width; i < cells.size(); i++) {
      if (cells.end(i) > cells.start(i)) {
        throw new BadRow(
            Reason.TOO_MANY_FIELDS,
            "The row has %d fields where the header has %d.".formatted(cells.size(), width));
      }
    }
  }

  private void store(Field field, Cells cells) throws BadRow {
    if (field.type == ValueType.PERSON) {
      storePerson(field, cells);
      return;
    }
    if (field.idField != null) {
      storePublication(field, cells);
      return;
    }
    int cell = field.direct(cells);
    if (cell >= 0) {
      store(field, cells.chars(), cells.start(cell), cells.end(cell));
      return;
    }
    String text = field.plain && field.type != ValueType.ID ? null : field.text(cells);
    if (text != null) {
      store(field, text.toCharArray(), 0, text.length());
    } else if (field.type == ValueType.PRESENT && field.cells.length > 0) {
      row.setBoolean(field.slot, false);
    }
  }

  private void store(Field field, char[] chars, int from, int to) throws BadRow {
    switch (field.type) {
      case ID -> row.setText(field.slot, chars, from, to);
      case TEXT, WORDS -> storeText(field, chars, from, to);
      case COUNT -> row.setLong(field.slot, notNegative(field, numbers.count(chars, from, to)));
      case MONEY -> row.setLong(field.slot, notNegative(field, numbers.money(chars, from, to)));
      case NUMBER, SECONDS, HOURS, PERCENT ->
          row.setDouble(field.slot, number(field, chars, from, to));
      case FLAG -> row.setBoolean(field.slot, flag(field, new String(chars, from, to - from)));
      case PRESENT -> row.setBoolean(field.slot, true);
      case DATE -> row.setLong(field.slot, field.times.epochDay(chars, from, to));
      case TIME -> storeMoment(field.slot, field.times.moment(chars, from, to), FROM_TEXT);
      case CAMPAIGN -> {
        String text = campaigns.stored(new String(chars, from, to - from));
        if (text != null) {
          row.setText(field.slot, text);
        }
      }
      case PERSON -> throw new IllegalStateException(field.name + " is stored as a hash only");
    }
  }

  /** Beside a person, what was typed into the wrong column must not name them. */
  private void storeText(Field field, char[] chars, int from, int to) {
    if (event != null && Redaction.mayPointAtSomebody(chars, from, to)) {
      row.setText(field.slot, Redaction.coverAll(new String(chars, from, to - from)));
    } else {
      row.setText(field.slot, chars, from, to);
    }
  }

  /** Of the ids a row gives, the first that can be somebody's. */
  private void storePerson(Field field, Cells cells) throws BadRow {
    if (storePerson(field, field, cells)) {
      return;
    }
    for (Field other : field.persons) {
      if (storePerson(field, other, cells)) {
        return;
      }
    }
    if (field.isText && field.constant != null) {
      row.setText(field.slot, field.constant);
    }
  }

  private boolean storePerson(Field field, Field from, Cells cells) throws BadRow {
    String id = from.text(cells);
    if (id == null) {
      return false;
    }
    long person;
    try {
      String space = from.rule.space() == null ? field.rule.space() : from.rule.space();
      person = pseudonyms.of(space, id);
    } catch (IllegalArgumentException nobody) {
      return false;
    }
    if (field.isText) {
      row.setText(field.slot, HexFormat.of().toHexDigits(person));
    } else {
      row.setLong(field.slot, person);
    }
    return true;
  }

  private double number(Field field, char[] chars, int from, int to) throws BadRow {
    double value =
        switch (field.type) {
          case COUNT -> numbers.count(chars, from, to);
          case SECONDS -> numbers.seconds(chars, from, to);
          case HOURS -> numbers.number(chars, from, to) * 3600;
          case PERCENT -> numbers.fraction(chars, from, to);
          default -> numbers.number(chars, from, to);
        };
    if (value < 0) {
      notNegative(field, -1);
    }
    return value;
  }

  private static long notNegative(Field field, long value) throws BadRow {
    if (value < 0 && !field.rule.signed()) {
      throw new BadRow(Reason.NEGATIVE, "%s is negative.".formatted(field.name));
    }
    return value;
  }

  private static boolean flag(Field field, String text) throws BadRow {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "1", "true", "yes", "ja", "sant" -> true;
      case "0", "false", "no", "nej", "falskt" -> false;
      default ->
          throw new BadRow(
              Reason.BAD_FLAG,
              "'%s' in %s is neither yes nor no.".formatted(Field.shown(text), field.name));
    };
  }

  /** The time in the id is the truth; the text stands where there is no id to decode. */
  private void storePublication(Field field, Cells cells) throws BadRow {
    String id = field.idField.text(cells);
    Optional<Instant> minted =
        id == null ? Optional.empty() : field.rule.idTime().scheme().decode(id);
    String text = field.text(cells);
    if (minted.isEmpty()) {
      if (text != null) {
        store(field, text.toCharArray(), 0, text.length());
      }
      return;
    }
    storeMoment(
        field.slot,
        new TimeText.Moment(minted.get(), true),
        agrees(field, text, minted.get()) ? FROM_ID : ID_DIFFERS);
  }

  private static boolean agrees(Field field, String text, Instant minted) {
    if (text == null) {
      return true;
    }
    try {
      TimeText.Moment written = field.times.moment(text);
      Duration slack = written.hasTime() ? DOUBTFUL : DOUBTFUL.plusDays(1);
      return Duration.between(written.instant(), minted).abs().compareTo(slack) <= 0;
    } catch (BadRow unreadable) {
      return false;
    }
  }

  private void storeMoment(int slot, TimeText.Moment moment, byte[] source) {
    row.setLong(slot, micros(moment.instant()));
    if (event != null) {
      event.precise(row, moment.hasTime());
    } else if (slot == publishedSlot) {
      row.setText(precisionSlot, moment.hasTime() ? MINUTE : DAY);
      row.setText(sourceSlot, source);
    }
  }

  /** A cell of an ad's breakdown, or of an audience, whose names stand in a column of their own. */
  private void storeBreakdown(Cells cells) throws BadRow {
    if (breakdownSlot >= 0) {
      storeDimensions(cells, breakdownSlot, true, true);
    } else if (dimensionSlot >= 0 && !dimensions.isEmpty()) {
      storeDimensions(cells, dimensionSlot, true, false);
      storeDimensions(cells, valueSlot, false, true);
    }
  }

  private void storeDimensions(Cells cells, int slot, boolean names, boolean values) throws BadRow {
    row.beginText();
    for (int i = 0; i < dimensions.size(); i++) {
      SectionFields.Dimension dimension = dimensions.get(i);
      if (i > 0) {
        row.append(';');
      }
      if (names) {
        row.append(dimension.name());
      }
      if (names && values) {
        row.append('=');
      }
      if (values) {
        appendValue(dimension.field(), cells);
      }
    }
    row.endText(slot);
  }

  private void appendValue(Field field, Cells cells) throws BadRow {
    int cell = field.type == ValueType.WORDS ? -1 : field.direct(cells);
    if (cell >= 0) {
      row.append(cells.chars(), cells.start(cell), cells.end(cell));
      return;
    }
    String text = field.text(cells);
    if (text != null && field.type == ValueType.WORDS) {
      text = Redaction.coverAll(text);
    }
    row.append(text == null ? UNKNOWN : utf8(text));
  }

  /** The configuration knows the name of the account that it gives to rows which name none. */
  private void nameAccount() {
    Section.Owner owner = section.owner();
    if (owner.accountName() != null
        && accountNameSlot >= 0
        && !row.has(accountNameSlot)
        && row.hasText(accountSlot, owner.accountId())) {
      row.setText(accountNameSlot, owner.accountName());
    }
  }

  private void storeOrigin(long line) {
    row.setLong(lineSlot, line);
  }

  /**
   * Puts into the row, once, what all rows share; fields that can never say anything are let go.
   */
  private void keepShared() {
    row.setText(slots.get("organisation"), section.owner().organisation());
    row.setText(slots.get("file_id"), section.fileId());
    row.setText(slots.get("part"), section.recognition().part());
    row.setLong(slots.get("observed_at"), micros(section.observed().at()));
    row.setLong(slots.get("observed_on"), section.observed().on().toEpochDay());
    for (Field field : stored) {
      if (field.everyRow != null && !field.rule.personal()) {
        row.setText(field.slot, field.everyRow);
      }
    }
    row.keep();
    stored.removeIf(
        field ->
            field.rule.personal()
                || field.idField == null && (field.everyRow != null || field.saysNothing()));
  }

  static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000L + instant.getNano() / 1000;
  }

  private void checkKey() throws BadRow {
    for (int i = 0; i < keySlots.size(); i++) {
      boolean known = false;
      for (int slot : keySlots.get(i)) {
        // The header names the metrics of a wide row, so that none lacks its name.
        known = known || row.has(slot) || slot == metricSlot && !metrics.isEmpty();
      }
      if (!known) {
        throw new BadRow(
            Reason.MISSING_KEY,
            "The row does not say its %s.".formatted(String.join(" or ", key.get(i))));
      }
    }
  }

  private void checkPeriod() throws BadRow {
    if (periodStartSlot >= 0
        && periodEndSlot >= 0
        && row.has(periodStartSlot)
        && row.has(periodEndSlot)
        && row.bits(periodStartSlot) > row.bits(periodEndSlot)) {
      throw new BadRow(Reason.BAD_DATE, "The period ends before it starts.");
    }
  }

  private void fill(StandIn standIn) {
    if (row.has(standIn.slot())) {
      return;
    }
    if (!standIn.isText()) {
      row.copy(standIn.slot(), standIn.source());
    } else if (row.has(standIn.source())) {
      row.copyText(standIn.slot(), NAMED, standIn.source());
    } else {
      row.setText(standIn.slot(), "");
    }
  }

  /** Equal for rows of one grain of the intake's n-th fact, and, but for chance, only for these. */
  long grainHash(int fact) {
    return row.hash(grains[fact]);
  }

  private void checkOnceAFile() throws BadRow {
    if (section.repeated() != null && repeated.contains(grainHash(0))) {
      throw new BadRow(
          Reason.DUPLICATE_KEY,
          "Several rows of the file name the same ad, period and breakdown, and none is the whole."
              + " Export it with ids, and without breakdowns nobody has described.");
    }
  }

  private void readMetrics(Cells cells) throws BadRow {
    for (int i = 0; i < metrics.size(); i++) {
      Field metric = metrics.get(i);
      int cell = metric.cell(cells);
      metricKnown[i] = cell >= 0;
      if (cell >= 0) {
        metricValues[i] = number(metric, cells.chars(), cells.start(cell), cells.end(cell));
      }
    }
  }

  private void acceptRow(Consumer<IntakeRow> accept) {
    if (figureSlot < 0 || row.has(figureSlot)) {
      accept.accept(row);
    }
  }

  private void acceptMetrics(Consumer<IntakeRow> accept) {
    for (int i = 0; i < metrics.size(); i++) {
      if (metricKnown[i]) {
        row.setText(metricSlot, metrics.get(i).name);
        row.setDouble(figureSlot, metricValues[i]);
        accept.accept(row);
      }
    }
  }

  /** Each of the moments in a row about a person is an event of its own. */
  private void acceptEvents(Cells cells, Consumer<IntakeRow> accept) throws BadRow {
    TimeText.Moment[] moments = new TimeText.Moment[metrics.size()];
    boolean any = false;
    for (int i = 0; i < moments.length; i++) {
      String text = metrics.get(i).text(cells);
      moments[i] = text == null ? null : metrics.get(i).times.moment(text);
      any = any || text != null;
    }
    if (!any) {
      throw new BadRow(Reason.MISSING_KEY, "The row has no moment of any event.");
    }
    for (int i = 0; i < moments.length; i++) {
      if (moments[i] != null) {
        row.setText(eventSlot, metrics.get(i).name);
        storeMoment(atSlot, moments[i], FROM_TEXT);
        event.complete(row);
        accept.accept(row);
      }
    }
  }

  /** Each cell below a header that is a value of the spread column is a figure of its own. */
  private void acceptSpread(Cells cells, Consumer<IntakeRow> accept) throws BadRow {
    Field spread = fields.get(section.format().spread());
    Field figure = fields.get(intake.figure());
    Map<Integer, Double> figures = new LinkedHashMap<>();
    Map<Integer, String> values = new HashMap<>();
    for (int cell : spreadCells) {
      if (cell < cells.size() && !Field.isMissing(cells, cell)) {
        figures.put(cell, number(figure, cells.chars(), cells.start(cell), cells.end(cell)));
        values.put(cell, spread.translated(headers.get(cell)));
      }
    }
    for (var entry : figures.entrySet()) {
      spread.constant = values.get(entry.getKey());
      if (spread.slot >= 0) {
        row.setText(spread.slot, spread.constant);
      }
      storeBreakdown(cells);
      row.setDouble(figureSlot, entry.getValue());
      accept.accept(row);
    }
  }

  /** The row as it may be kept: nothing of one about a person, else what names nobody. */
  String redacted(Cells cells) {
    if (event != null) {
      return "";
    }
    if (refused == null) {
      refused = new RefusedRow(fields.all(), headers.size());
    }
    return refused.of(cells);
  }
}
