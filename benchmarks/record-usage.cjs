// Preloaded by providers that are measured: at its end, each process adds a line of what it used.
const { appendFileSync } = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { megabytes: maxRSS / 1024, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
  appendFileSync(process.env.RECORD_USAGE, `${JSON.stringify(usage)}\n`);
});
