const src = (name) => `^packages/${name}/src/`;
const tests = "[.](test|race[.]test|e2e)[.]tsx?$|/testing/|fixture[.]ts$|/test-store[.]ts$";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** The arrows between our modules. `scripts/check-imports.mjs` also counts what was seen. */
module.exports = {
  forbidden: [
    rule("no-cycles", "A cycle has no first file to read.", {}, { circular: true }),
    rule(
      "contracts-import-only-zod",
      "Browser, server and scripts all load contracts.",
      { path: src("contracts") },
      { pathNot: [src("contracts"), "node_modules/zod/"] },
    ),
    rule(
      "contracts-use-zod-mini",
      "Full zod costs the storefront's first route 20 KiB.",
      { path: ["^packages/(contracts|ui|client)/", "^apps/(storefront|admin)/"] },
      { path: "node_modules/zod/(index|v4/index|v4/classic)" },
    ),
    rule(
      "leaves-import-no-package-of-ours",
      "dev-env and testing may be used by everyone.",
      { path: "^packages/(dev-env|testing)/" },
      { path: "^(packages|apps)/", pathNot: "^packages/(dev-env|testing)/" },
    ),
    rule(
      "db-imports-only-contracts",
      "The database knows what things are, not who asks.",
      { path: src("db"), pathNot: tests },
      { path: "^(packages|apps)/", pathNot: [src("db"), src("contracts")] },
    ),
    rule(
      "domain-speaks-no-trpc",
      "Verbs, queries and tasks serve workers and scripts as well as requests.",
      {
        path: src("api"),
        pathNot: ["/middleware/", "/(trpc|procedures)[.]ts$", "router[.]ts$", tests],
      },
      {
        path: [
          "node_modules/@trpc/",
          "/api/src/middleware/",
          "/api/src/(trpc|procedures)[.]ts$",
          "router[.]ts$",
        ],
      },
    ),
    rule(
      "slices-flow-one-way",
      "What a shop has comes before what is done with it.",
      { path: "/api/src/(accounts|catalog|carts|shop|stock)/", pathNot: tests },
      { path: "/api/src/(checkout|orders|payments|webhooks|notifications|today)/" },
    ),
    rule(
      "browser-sees-api-as-types",
      "No server code in a bundle, no SQL in a script.",
      { path: ["^packages/(client|ui)/src/", "^apps/(storefront|admin|cli)/"] },
      { path: "^packages/(api|db)/", dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "apps-import-no-app",
      "Apps are wiring; what two share is a package.",
      { path: "^apps/([^/]+)/" },
      { path: "^apps/([^/]+)/", pathNot: "^apps/$1/" },
    ),
    rule(
      "packages-import-no-app",
      "Only e2e stands on top: it starts whole shops.",
      { path: "^packages/", pathNot: "^packages/e2e/" },
      { path: "^apps/" },
    ),
    rule(
      "sql-stays-in-db-and-api",
      "One place to look for a query.",
      { path: "^(apps|packages)/", pathNot: "^packages/(db|api|e2e)/" },
      { path: "node_modules/(kysely|pg)/" },
    ),
    rule(
      "tests-are-leaves",
      "What ships does not import what tests it.",
      { path: "^(apps|packages)/", pathNot: [tests, "^packages/(testing|e2e)/"] },
      { path: [tests, "^packages/testing/"] },
    ),
    rule("no-unresolved", "Every import leads somewhere.", {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/|/dist-types/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["source", "import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".css"],
    },
  },
};
