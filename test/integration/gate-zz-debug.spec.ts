import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { freshMongo } from '../testkit/servers.ts';
import { startMuteProxy } from '../unit/gate/mute-proxy.ts';
it('dbg', async () => {
  const target = new URL(freshMongo());
  await using proxy = await startMuteProxy({ host: target.hostname, port: Number(target.port) });
  const c = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${proxy.port}/?directConnection=true`, { monitorCommands: true });
  for (const e of ['connectionClosed','commandStarted','commandFailed','connectionCheckOutStarted','connectionCheckedOut','connectionCheckOutFailed','connectionCheckedIn','connectionPoolCleared','connectionCreated','connectionReady'] as const) c.on(e, (x: any) => console.log('EV', e, x.reason ?? '', x.commandName ?? '', String(x.failure ?? ''), JSON.stringify(x.command?.maxTimeMS ?? '')));
  const cmd = async (o: object) => { const t = performance.now(); try { await c.db('x').command({ ping: 1 }, o); console.log('ok', performance.now() - t); } catch (e) { console.log(String(e), performance.now() - t); } };
  await cmd({ timeoutMS: 400 }); await cmd({ timeoutMS: 400 });
  proxy.setMute(true);
  for (let i = 0; i < 2; i++) await Promise.race([cmd({ timeoutMS: 400 }), new Promise((r) => setTimeout(() => { console.log('HANG'); r(0); }, 3000))]);
  proxy.setMute(false);
  await cmd({ timeoutMS: 400 }); await cmd({ timeoutMS: 400 });
  const close = c.close(); await Promise.race([close, new Promise((r) => setTimeout(() => { console.log('HANG close'); r(0); }, 3000))]);
  expect(1).toBe(1);
});
