import { cruise } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";

/**
 * Checks the import rules, and that the checker saw our code at all: without its own TypeScript it
 * reads no .ts file and finds nothing wrong with none.
 */
const modulesMin = 250;

const { forbidden, options } = await extractConfig("./.dependency-cruiser.cjs");
const { output } = await cruise(["packages", "apps"], {
  ...options,
  ruleSet: { forbidden, options },
  validate: true,
});
const ours = output.modules.filter((module) => /^(packages|apps)\/.*\.tsx?$/.test(module.source));
for (const { rule, from, to } of output.summary.violations) {
  process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
}
process.stdout.write(`${ours.length} modules, ${output.summary.violations.length} violations\n`);
if (ours.length < modulesMin) {
  process.stderr.write(`Fewer than ${modulesMin} modules were seen: the checker is blind.\n`);
  process.exitCode = 1;
}
if (output.summary.error > 0) process.exitCode = 1;
