/**
 * A program that runs an embedded MongoDB server, for tests that kill it: `node … <data folder> <downloads>`.
 * It prints the server's pid and address as one JSON line, and a line for every interrupt it gets.
 */
import { startEmbeddedMongod } from '../../src/infra/embedded/index.ts';
import { quiet } from './quiet-log.ts';

const [, , dataDir = '', downloadDir = ''] = process.argv;
process.on('SIGINT', () => process.stdout.write('interrupted\n'));
const { pid, uri } = await startEmbeddedMongod({ dataDir, downloadDir, log: quiet });
process.stdout.write(`${JSON.stringify({ pid, uri })}\n`);
// The server keeps nobody alive; this program lives until it is killed.
setInterval(() => undefined, 60_000);
