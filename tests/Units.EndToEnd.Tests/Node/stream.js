// A client that knows nothing of Units but its proto files: streams reports and, whenever it is cut off, connects again and sends
// everything that has no answer, in the same order.
// usage: node stream.js HOST:PORT PROTO_DIRECTORY REPORTS_FILE     (a JSON array of reports, as SubmitReport takes them)
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, protos, file] = process.argv.slice(2);
const google = path.dirname(require.resolve('protobufjs/package.json'));
const definition = loader.loadSync(
  ['units/v1/report_service.proto'], { includeDirs: [protos, google], keepCase: true, longs: String, enums: String });
const client = new (grpc.loadPackageDefinition(definition).units.v1.ReportService)(
  address, grpc.credentials.createInsecure(), { 'grpc.initial_reconnect_backoff_ms': 50, 'grpc.max_reconnect_backoff_ms': 500 });

// Sent and not answered, or not yet sent: in the order of the file.
let waiting = JSON.parse(fs.readFileSync(file, 'utf8'));
const counts = { answered: 0, repeated: 0, refused: 0, cuts: 0 };

function keyOf(report) {
  return `${report.unit}|${report.source}|${report.report_id}`;
}

function streamOnce() {
  return new Promise(resolve => {
    const stream = client.SubmitReports();
    const sent = waiting;
    const answered = new Map();
    let next = 0;
    let done = false;
    const end = error => {
      if (done) return;
      done = true;
      const left = [];
      for (const report of sent) {
        const n = answered.get(keyOf(report)) || 0;
        if (n > 0) answered.set(keyOf(report), n - 1);
        else left.push(report);
      }
      waiting = left;
      resolve(error);
    };
    const write = () => {
      while (!done && next < sent.length) {
        if (!stream.write({ report: sent[next++] })) {
          stream.once('drain', write);
          return;
        }
      }
      if (!done) stream.end();
    };
    stream.on('data', answer => {
      answered.set(keyOf(answer), (answered.get(keyOf(answer)) || 0) + 1);
      counts.answered++;
      if (answer.repeated) counts.repeated++;
      if (answer.error) counts.refused++;
      if (counts.answered % 100 === 0) console.log(`answered ${counts.answered}`);
    });
    stream.on('error', end);
    stream.on('end', () => end(null));
    write();
  });
}

async function main() {
  while (waiting.length > 0) {
    const error = await streamOnce();
    if (error) {
      counts.cuts++;
      console.log(`cut off: ${error.message}; ${waiting.length} to go`);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
  console.log(JSON.stringify(counts));
  client.close();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
