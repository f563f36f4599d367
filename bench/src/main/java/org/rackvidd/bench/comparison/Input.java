package org.rackvidd.bench.comparison;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The exports that all sides read, by what the simulator calls them. */
enum Input {
  /** Posts of pages, in the Swedish interface. */
  FACEBOOK("facebook{,_*}.csv", "Publiceringstid", "MM/dd/yyyy HH:mm"),
  /** Posts of Instagram accounts. */
  INSTAGRAM("instagram{,_*}.csv", "Publish time", "MM/dd/yyyy HH:mm"),
  /** Posts on X. */
  X("x{,_*}.csv", "Date", "EEE, MMM d, yyyy"),
  /** Ads by day, age and gender. */
  AD_DAYS("meta_ads_days{,_*}.csv", "Day", "yyyy-MM-dd"),
  /** The same ads by month, without age and gender. */
  AD_RANGES("meta_ads_months{,_*}.csv", "Reporting starts", "yyyy-MM-dd"),
  /** Matomo's visits. */
  VISITS("log_visit{,_*}.csv", "visit_first_action_time", "yyyy-MM-dd HH:mm:ss"),
  /** Matomo's page views. */
  PAGE_VIEWS("log_link_visit_action{,_*}.csv", "server_time", "yyyy-MM-dd HH:mm:ss"),
  /** Matomo's goals reached. */
  CONVERSIONS("log_conversion{,_*}.csv", "server_time", "yyyy-MM-dd HH:mm:ss"),
  /** Matomo's addresses by number. */
  PAGES("log_action{,_*}.csv", null, null),
  /** The applicant system's applications. */
  APPLICATIONS("applications{,_*}.csv", "Inkommen", "yyyy-MM-dd HH:mm"),
  /** Who was put in which variant. */
  ASSIGNMENTS("experiment_assignments{,_*}.csv", "assigned_at", "yyyy-MM-dd HH:mm:ss");

  private final String names;

  /** Name of the column that dates a row; null where rows are of no day. */
  final String dateColumn;

  /** How that column writes it. */
  final String datePattern;

  Input(String names, String dateColumn, String datePattern) {
    this.names = names;
    this.dateColumn = dateColumn;
    this.datePattern = datePattern;
  }

  /** Name in queries and of their resources. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What lies between two fields. */
  char separator() {
    return this == APPLICATIONS ? ';' : ',';
  }

  /** Whether texts may go over several lines. */
  boolean hasTexts() {
    return this == FACEBOOK || this == INSTAGRAM || this == X;
  }

  /** Whether it is a table of Matomo's, in which what is missing is called NULL. */
  boolean isDump() {
    return this == VISITS || this == PAGE_VIEWS || this == CONVERSIONS || this == PAGES;
  }

  /** What a file is, if it is any of these. */
  static Optional<Input> of(Path file) {
    return Arrays.stream(values())
        .filter(
            input ->
                FileSystems.getDefault()
                    .getPathMatcher("glob:" + input.names)
                    .matches(file.getFileName()))
        .findFirst();
  }
}
