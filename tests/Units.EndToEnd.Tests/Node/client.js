// A client that knows nothing of Units but its proto files: sends a report, repeats it, breaks a rule and reads the total.
// usage: node client.js HOST:PORT PROTO_DIRECTORY UNIT MEASURE REPORT_ID
'use strict';

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, protos, unit, measure, reportId] = process.argv.slice(2);
// google/api/annotations.proto comes with the loader itself.
const google = path.dirname(require.resolve('protobufjs/package.json'));
const definition = loader.loadSync(
  ['units/v1/report_service.proto', 'units/v1/total_service.proto'],
  { includeDirs: [protos, google], keepCase: true, longs: String, enums: String });
const units = grpc.loadPackageDefinition(definition).units.v1;
const reports = new units.ReportService(address, grpc.credentials.createInsecure());
const totals = new units.TotalService(address, grpc.credentials.createInsecure());

function call(client, method, request) {
  return new Promise((resolve, reject) => client[method](
    request, { deadline: Date.now() + 30000 }, (error, response) => error ? reject(error) : resolve(response)));
}

async function main() {
  const report = { unit, source: 'node', report_id: reportId, entries: [{ measure, month: '2025-07', set: '1234.5' }] };
  const first = await call(reports, 'SubmitReport', report);
  const second = await call(reports, 'SubmitReport', report);
  const refused = await call(reports, 'SubmitReport', { ...report, report_id: reportId + '-bad', entries: [{ measure, month: '2025-07', set: '1e3' }] })
    .then(() => 'OK', error => grpc.status[error.code]);
  const total = await call(totals, 'GetTotals', { unit, measures: [measure], range: '2025-07' });
  console.log(JSON.stringify({
    outcome: first.receipt.entries[0].outcome,
    sequence: first.receipt.sequence,
    repeated: second.repeated,
    repeatedSequence: second.receipt.sequence,
    refused,
    total: total.measures[0].value,
  }));
  reports.close();
  totals.close();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
