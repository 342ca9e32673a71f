/** A Jest reporter: one line with the counts, which scripts can read. */
module.exports = class Counts {
  onRunComplete(_, { numPassedTests, numFailedTests }) {
    process.stdout.write(`tests: ${numPassedTests} passed, ${numFailedTests} failed\n`);
  }
};
