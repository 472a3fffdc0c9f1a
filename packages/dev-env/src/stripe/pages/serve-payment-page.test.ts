import { expect, test } from "vitest";
import {
  AUTHENTICATING_CARD,
  DECLINED_CARD,
  GOOD_CARD,
  lineItem,
  openShop,
  sessionParams,
} from "../simulator-fixture.ts";

/** Sends the form as a browser without scripts does. */
function submit(url: string, fields: Record<string, string>): Promise<Response> {
  return fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
}

function cardFields(number: string): Record<string, string> {
  return { card_number: number, card_expiry: "12/40", card_cvc: "123", card_name: "Asha Rao" };
}

async function openPage(wanted: Parameters<typeof sessionParams>[0] = {}) {
  const shop = await openShop();
  const session = await shop.stripe.checkout.sessions.create(sessionParams(wanted));
  return { ...shop, session, url: session.url ?? "" };
}

test("the page says what is paid, that no real money moves, and the way back", async () => {
  const { url } = await openPage();
  const response = await fetch(url);
  const text = await response.text();
  expect(response.status).toBe(200);
  for (const expected of [
    "Payment simulator, no real money",
    "Masala chai × 2",
    "Pay ₹250.00",
    '<a class="button quiet" href="http://shop.test/basket">Back</a>',
    '<label for="card_number">Card number</label>',
  ]) {
    expect(text).toContain(expected);
  }
});

test("the page has no script and loads nothing from elsewhere", async () => {
  const { url } = await openPage();
  const response = await fetch(url);
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(await response.text()).not.toMatch(/<script|src=|@import|url\(/);
});

test("what the shop calls its goods is text on the page, never markup", async () => {
  const { url } = await openPage({ line_items: [lineItem("<b>Chai</b>", 100, 1)] });
  expect(await (await fetch(url)).text()).toContain("&#60;b&#62;Chai&#60;/b&#62;");
});

test("a payment leads back to the shop with the session's id", async () => {
  const { simulator, session, url } = await openPage();
  const response = await submit(url, cardFields("4242 4242 4242 4242"));
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`http://shop.test/orders/7?session=${session.id}`);
  expect(simulator.charges()).toHaveLength(1);
});

test("a form with mistakes comes back with each one named at its field", async () => {
  const { simulator, url } = await openPage();
  const response = await submit(url, { ...cardFields("1234"), card_name: "" });
  const text = await response.text();
  expect(response.status).toBe(422);
  expect(text).toContain('value="1234"');
  expect(text).toContain('aria-invalid="true" aria-describedby="card_number-error" autofocus');
  expect(text).toContain("Enter the name on the card.");
  expect(simulator.charges()).toEqual([]);
});

test("a declined card stays on the page, which says so and lets the shopper try again", async () => {
  const { url } = await openPage();
  const declined = await submit(url, cardFields(DECLINED_CARD));
  expect(declined.status).toBe(402);
  expect(await declined.text()).toContain('role="alert">Your card was declined.</p>');
  expect((await submit(url, cardFields(GOOD_CARD))).status).toBe(303);
});

test("3-D Secure is a second page, where Complete pays", async () => {
  const { simulator, url, session } = await openPage();
  const asked = await submit(url, cardFields(AUTHENTICATING_CARD));
  expect(asked.status).toBe(303);
  expect(asked.headers.get("location")).toBe(`/c/pay/${session.id}/authenticate`);
  expect(await (await fetch(`${url}/authenticate`)).text()).toContain(
    'name="outcome" value="complete">Complete</button>',
  );
  const done = await submit(`${url}/authenticate`, { outcome: "complete" });
  expect(done.headers.get("location")).toContain("http://shop.test/orders/7");
  expect(simulator.charges()).toHaveLength(1);
});

test("3-D Secure that fails leads back to the form", async () => {
  const { simulator, url } = await openPage();
  await submit(url, cardFields(AUTHENTICATING_CARD));
  const failed = await submit(`${url}/authenticate`, { outcome: "fail" });
  expect(failed.status).toBe(402);
  expect(await failed.text()).toContain("We are unable to authenticate your payment method.");
  expect(simulator.charges()).toEqual([]);
});

test("the 3-D Secure page that nothing waits for leads to the form", async () => {
  const { url, session } = await openPage();
  const response = await fetch(`${url}/authenticate`, { redirect: "manual" });
  expect(response.headers.get("location")).toBe(`/c/pay/${session.id}`);
});

test("of two tabs that pay at the same time one pays, and the other says that it was paid", async () => {
  const { simulator, url } = await openPage();
  const responses = await Promise.all([
    submit(url, cardFields(GOOD_CARD)),
    submit(url, cardFields(GOOD_CARD)),
  ]);
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  const loser = responses.find(({ status }) => status === 409);
  expect(await loser?.text()).toContain("You have not been charged again.");
  expect(simulator.charges()).toHaveLength(1);
});

test("a completed session says so to whoever comes again, and leads back to the shop", async () => {
  const { url, session } = await openPage();
  await submit(url, cardFields(GOOD_CARD));
  const text = await (await fetch(url)).text();
  expect(text).toContain("This payment is already complete");
  expect(text).toContain(`href="http://shop.test/orders/7?session=${session.id}"`);
});

test("an expired session says so, and cannot be paid", async () => {
  const { simulator, stripe, url, session } = await openPage();
  await stripe.checkout.sessions.expire(session.id);
  const response = await submit(url, cardFields(GOOD_CARD));
  expect(response.status).toBe(410);
  expect(await response.text()).toContain("This payment page has expired");
  expect(simulator.charges()).toEqual([]);
});

test("a page that was never made is not found", async () => {
  const { simulator } = await openShop();
  expect((await fetch(new URL("/c/pay/cs_test_none", simulator.url))).status).toBe(404);
});
