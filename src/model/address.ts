/**
 * Parameters by which campaigns tell readers' ways to a page apart, and that no page needs: of Google and Bing (advertisements), Meta, Yandex,
 * Mailchimp, HubSpot, and the `utm_` of all web statistics. Taken from the vendors' own documentation.
 */
const CAMPAIGN = /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi)(?:=|$)/i;

/** An address of the web without the marks of campaigns: the page behind it is the same. Everything else stays as it is written. */
export function withoutCampaigns(address: string): string {
  const found = /^(https?:[^?#]*)\?([^#]*)(#.*)?$/is.exec(address);
  if (!found) return address;
  const [, page = "", query = "", fragment = ""] = found;
  const parts = query.split("&");
  const kept = parts.filter((part) => !CAMPAIGN.test(part));
  if (kept.length === parts.length) return address;
  return `${page}${kept.length > 0 ? `?${kept.join("&")}` : ""}${fragment}`;
}
