import { Account, owned } from '/work/main/test/lambda/account';
test('smoke', async () => {
  jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const t = Date.now();
  for (let i = 0; i < 50; i++) { const a = new Account(); const s = a.stack(); await s.create(owned()); await s.update(owned({ isEnabled: false })); await s.delete(); }
  process.stdout.write('ms per lifecycle ' + (Date.now() - t) / 50 + '\n');
  const a = new Account(); const s = a.stack();
  const say = (x: unknown) => process.stdout.write(JSON.stringify(x) + '\n');
  say(await s.create(owned())); say(a.calls()); say(a.tags());
  say(await s.update(owned())); say(a.calls());
  say(await s.update(owned({ isEnabled: false }))); say(a.calls());
  say(await s.update(owned({ isEnabled: false }, { distributionName: 'new-cdn' }))); say(a.calls()); say(a.names); say(a.tags('new-cdn'));
  say(await s.delete()); say(a.calls());
});
