export const usage = `Usage: tuckshop <command>

  sign-in --url URL --email EMAIL     Signs in and keeps the session. The password is
                                      asked for, or taken from TUCKSHOP_PASSWORD.
  sign-out                            Ends the session.

  import FILE.csv [--category SLUG]   Imports Shopify's product CSV. New products go to
                                      the counter "snacks" unless another is named.
                                      Safe to run again.

  orders list [--state STATE]… [--limit N] [--json]
                                      The newest orders: 100 unless N says otherwise.
  stock receive SKU N --reason TEXT   Puts N pieces on the shelf.
  stock levels [--low] [--json]       What is on hand, reserved and available.

  webhooks list [--state STATE]… [--limit N] [--json]
                                      What Stripe told the shop, and what became of it.
  webhooks redrive EVENT              Tries an event again that was given up.
  jobs list [--state STATE] [--limit N] [--json]
                                      What the workers owe: due, running, failing, dead.
  jobs redrive JOB | --topic TOPIC    Tries one dead letter again, or all of a topic.

  doctor [--json]                     Looks whether every invariant holds in the database
                                      that DATABASE_URL names, and names the rows for
                                      which one does not. Changes nothing.
  prove [--quick | --full] [--seed S] [--only ACT]… [--json FILE]
                                      Opens a shop of its own, kills, cuts and delays
                                      whatever it can while people shop there, and looks
                                      whether everything held. About 5 or 25 minutes.
                                      A seed repeats what was done.

  help                                This text.

TUCKSHOP_URL and TUCKSHOP_TOKEN take the place of the kept session.
Exit code: 0 done, 1 refused or failed in part, 2 not understood. Of doctor and
prove: 0 all holds, 1 something does not, 2 could not look.
`;
