package org.rackvidd.bench.exports;

import java.util.List;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Referral;
import org.rackvidd.bench.people.Visit;

/** Matomo's raw tables as somebody with access to its database dumps them. */
public final class MatomoExport {
  public static final List<String> VISITS =
      List.of(
          "idvisit",
          "idsite",
          "idvisitor",
          "visit_last_action_time",
          "visit_first_action_time",
          "visit_entry_idaction_url",
          "referer_type",
          "referer_name",
          "referer_keyword",
          "referer_url",
          "campaign_source",
          "campaign_medium",
          "campaign_name",
          "campaign_content",
          "config_device_type",
          "location_country",
          "location_browser_lang");
  public static final List<String> ACTIONS =
      List.of(
          "idlink_va",
          "idsite",
          "idvisitor",
          "idvisit",
          "server_time",
          "idaction_url",
          "idaction_name",
          "pageview_position");
  public static final List<String> CONVERSIONS =
      List.of(
          "idvisit",
          "idsite",
          "idvisitor",
          "server_time",
          "idaction_url",
          "idlink_va",
          "idgoal",
          "buster",
          "url",
          "revenue");
  public static final List<String> PAGES =
      List.of("idaction", "name", "hash", "type", "url_prefix");

  private static final String MISSING = "NULL";

  /** Pages of a site are numbered from here on in steps of so many. */
  private static final int PAGES_OF_SITE = 100;

  private MatomoExport() {}

  /** The visitor's name. */
  public static String visitor(long browser) {
    String digits = Long.toHexString(browser);
    return "0".repeat(16 - digits.length()) + digits;
  }

  /** A row of {@code log_visit}. */
  public static String[] visit(long id, int site, Visit visit) {
    Referral referral = visit.referral();
    return new String[] {
      String.valueOf(id),
      String.valueOf(site),
      visitor(visit.browser()),
      Moments.sql(visit.end()),
      Moments.sql(visit.second()),
      page(site, visit.hits().get(0).page()),
      String.valueOf(referral.kind()),
      known(referral.kind() == 6 ? referral.campaign() : referral.name()),
      MISSING,
      known(referral.url()),
      known(referral.source()),
      known(referral.medium()),
      known(referral.campaign()),
      known(referral.content()),
      visit.phone() ? "1" : "0",
      "se",
      "sv"
    };
  }

  /** A row of {@code log_link_visit_action}. */
  public static String[] action(long id, int site, long visitId, Visit visit, int position) {
    Hit hit = visit.hits().get(position);
    return new String[] {
      String.valueOf(id),
      String.valueOf(site),
      visitor(visit.browser()),
      String.valueOf(visitId),
      Moments.sql(hit.second()),
      page(site, hit.page()),
      MISSING,
      String.valueOf(position + 1)
    };
  }

  /** A row of {@code log_conversion}. */
  public static String[] conversion(
      long actionId, int site, long visitId, Visit visit, Hit hit, String url) {
    return new String[] {
      String.valueOf(visitId),
      String.valueOf(site),
      visitor(visit.browser()),
      Moments.sql(hit.second()),
      page(site, hit.page()),
      String.valueOf(actionId),
      String.valueOf(hit.goal()),
      "0",
      url,
      "0"
    };
  }

  /** A row of {@code log_action}. */
  public static String[] page(int site, int page, String address) {
    return new String[] {
      page(site, page), address, String.valueOf(Math.abs((long) address.hashCode())), "1", "2"
    };
  }

  private static String page(int site, int page) {
    return String.valueOf((long) site * PAGES_OF_SITE + page);
  }

  private static String known(String text) {
    return text.isEmpty() ? MISSING : text;
  }
}
