// A client that takes the service config as the gateway serves it: a write is retried, a read is hedged.
// usage: node service-config.js HOST:PORT PROTO_DIRECTORY CONFIG_URL UNIT MEASURE
'use strict';

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, protos, configUrl, unit, measure] = process.argv.slice(2);
const google = path.dirname(require.resolve('protobufjs/package.json'));
const definition = loader.loadSync(
  ['units/v1/report_service.proto', 'units/v1/total_service.proto'],
  { includeDirs: [protos, google], keepCase: true, longs: String, enums: String });
const units = grpc.loadPackageDefinition(definition).units.v1;

function call(client, method, request) {
  return new Promise((resolve, reject) => client[method](request, (error, response) => error ? reject(error) : resolve(response)));
}

// A relay before the gateway that answers the first two attempts of each method with UNAVAILABLE, as a gateway that is starting does.
function relay(attempts) {
  const server = new grpc.Server();
  for (const [service, methods] of [[units.ReportService, ['SubmitReport']], [units.TotalService, ['GetTotals']]]) {
    const onward = new service(address, grpc.credentials.createInsecure());
    const handlers = {};
    for (const method of methods) {
      handlers[method] = (received, answer) => {
        attempts[method] = (attempts[method] || 0) + 1;
        if (attempts[method] <= (method === 'GetTotals' ? 1 : 2)) {
          answer({ code: grpc.status.UNAVAILABLE, details: 'not yet' });
        } else {
          onward[method](received.request, answer);
        }
      };
    }
    server.addService(service.service, handlers);
  }
  return new Promise((resolve, reject) => server.bindAsync(
    '127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => error ? reject(error) : resolve(`127.0.0.1:${port}`)));
}

async function main() {
  const config = await (await fetch(configUrl)).text();
  const attempts = {};
  const relayed = await relay(attempts);
  const options = { 'grpc.service_config': config };
  const reports = new units.ReportService(relayed, grpc.credentials.createInsecure(), options);
  const totals = new units.TotalService(relayed, grpc.credentials.createInsecure(), options);
  const report = { unit, source: 'node', report_id: 'config-1', entries: [{ measure, month: '2025-07', set: '7' }] };
  const receipt = await call(reports, 'SubmitReport', report);
  const total = await call(totals, 'GetTotals', { unit, measures: [measure], range: '2025-07' });
  console.log(JSON.stringify({ sequence: receipt.receipt.sequence, total: total.measures[0].value, ...attempts }));
  process.exit(0);
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
