package org.rackvidd.bench.exports;

import java.time.LocalDate;
import java.util.List;
import org.rackvidd.bench.people.Application;
import org.rackvidd.bench.people.Referral;
import org.rackvidd.bench.people.Town;

/**
 * The applicant system's table of applications, read through a mapping of the house's own. A hidden
 * field of the form holds the visitor's name in the web statistics, so that an application can be
 * told to be the end of a visit; a few visitors block it.
 */
public final class ApplicantExport {
  public static final List<String> HEADER =
      List.of(
          "Ansöknings-id",
          "Kandidat-id",
          "Besökar-id",
          "Annons",
          "Källa",
          "Inkommen",
          "Kallad till intervju",
          "Anställd",
          "Avslag",
          "Status");

  private ApplicantExport() {}

  /**
   * A row, as the system knows it on a day.
   *
   * @param visitor the visitor's name, or empty where it was blocked
   * @param host of the site the vacancy stands on
   */
  public static String[] row(
      String id, Application application, String visitor, String host, LocalDate observed) {
    long today = observed.toEpochDay();
    String qualified = day(application.qualified(), today);
    String hired = day(application.hired(), today);
    String rejected = day(application.rejected(), today);
    return new String[] {
      id,
      "K" + id.substring(1),
      visitor,
      Town.VACANCIES.get(application.vacancy()),
      link(application, host),
      Moments.local(application.second()),
      qualified,
      hired,
      rejected,
      !hired.isEmpty()
          ? "Anställd"
          : !rejected.isEmpty() ? "Avslutad" : qualified.isEmpty() ? "Ny" : "Intervju"
    };
  }

  private static String day(long day, long today) {
    return day == 0 || day >= today ? "" : LocalDate.ofEpochDay(day).toString();
  }

  private static String link(Application application, String host) {
    Referral cause = application.cause();
    String page = "https://" + host + "/jobb/" + Town.VACANCIES.get(application.vacancy());
    if (cause.source().isEmpty()) {
      return cause.url().isEmpty() ? page : cause.url();
    }
    String link =
        page
            + "?utm_source="
            + cause.source()
            + "&utm_medium="
            + cause.medium()
            + "&utm_campaign="
            + cause.campaign();
    return cause.content().isEmpty() ? link : link + "&utm_content=" + cause.content();
  }
}
