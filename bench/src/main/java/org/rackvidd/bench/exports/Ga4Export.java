package org.rackvidd.bench.exports;

import java.util.List;
import org.rackvidd.bench.people.Hit;
import org.rackvidd.bench.people.Referral;
import org.rackvidd.bench.people.Site;
import org.rackvidd.bench.people.Visit;

/**
 * Google Analytics' events as the BigQuery export has them, a JSON object a line: whole numbers are
 * text, times are microseconds, and who has not consented has no id.
 */
public final class Ga4Export {
  private final String stream;
  private final String host;
  private final List<String> pages = Site.pages();

  /**
   * @param stream the data stream's id
   * @param host of the web site
   */
  public Ga4Export(String stream, String host) {
    this.stream = stream;
    this.host = host;
  }

  /** The visitor's name. */
  public static String visitor(long browser) {
    return Long.toUnsignedString(browser >>> 32) + "." + (1_600_000_000L + (browser & 0x7FF_FFFF));
  }

  /** The events of a visit: its beginning, its pages, and what they led to. */
  public int write(StringBuilder out, Visit visit, boolean consent) {
    int events = 1;
    event(out, visit, visit.hits().get(0), "session_start", 0, consent);
    for (int i = 0; i < visit.hits().size(); i++) {
      Hit hit = visit.hits().get(i);
      event(out, visit, hit, "page_view", i, consent);
      events++;
      if (hit.goal() == Site.STARTED) {
        event(out, visit, hit, "form_start", i, consent);
        events++;
      } else if (hit.goal() == Site.SENT) {
        event(out, visit, hit, "submit_application", i, consent);
        events++;
      }
    }
    return events;
  }

  private void event(
      StringBuilder out, Visit visit, Hit hit, String name, int order, boolean consent) {
    Referral referral = visit.referral();
    String micros = hit.second() + String.valueOf(1_000_000 + order * 1_000).substring(1);
    out.append("{\"event_date\":\"").append(Moments.compact(hit.second()));
    out.append("\",\"event_timestamp\":\"").append(micros);
    out.append("\",\"event_name\":\"").append(name).append("\",\"event_params\":[");
    parameter(out, "ga_session_id", "int_value", String.valueOf(visit.second()));
    out.append(',');
    parameter(out, "page_location", "string_value", "https://" + host + pages.get(hit.page()));
    if (!referral.url().isEmpty()) {
      out.append(',');
      parameter(out, "page_referrer", "string_value", referral.url());
    }
    out.append("],\"event_bundle_sequence_id\":\"").append(hit.second() % 1_000_000_007);
    out.append("\",\"batch_page_id\":\"").append(hit.second() * 1_000);
    out.append("\",\"batch_ordering_id\":\"").append(order + 1);
    out.append("\",\"batch_event_index\":\"").append(name.equals("page_view") ? 1 : 2);
    out.append("\",\"user_pseudo_id\":");
    out.append(consent ? "\"" + visitor(visit.browser()) + "\"" : "null");
    out.append(",\"privacy_info\":{\"analytics_storage\":\"").append(consent ? "Yes" : "No");
    out.append("\"},\"stream_id\":\"").append(stream);
    out.append("\",\"device\":{\"category\":\"").append(visit.phone() ? "mobile" : "desktop");
    out.append("\",\"language\":\"sv-se\"},\"geo\":{\"country\":\"Sweden\"}");
    if (!referral.source().isEmpty()) {
      out.append(",\"collected_traffic_source\":{\"manual_source\":\"").append(referral.source());
      out.append("\",\"manual_medium\":\"").append(referral.medium());
      out.append("\",\"manual_campaign_name\":\"").append(referral.campaign());
      out.append('"');
      if (!referral.content().isEmpty()) {
        out.append(",\"manual_content\":\"").append(referral.content()).append('"');
      }
      out.append('}');
    }
    out.append("}\n");
  }

  private static void parameter(StringBuilder out, String key, String type, String value) {
    out.append("{\"key\":\"").append(key).append("\",\"value\":{\"").append(type);
    out.append("\":\"").append(value).append("\"}}");
  }
}
