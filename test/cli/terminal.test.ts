import { recordedTerminal } from './recorded-terminal';

const RED = '\u001b[31mfailed\u001b[39m';

describe('styles', () => {
  it.each([
    ['a terminal', { columns: 100 }, {}, RED],
    ['a pipe', {}, {}, 'failed'],
    ['a terminal with NO_COLOR', { columns: 100 }, { NO_COLOR: '1' }, 'failed'],
    ['a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, RED],
    ['a terminal with FORCE_COLOR=0', { columns: 100 }, { FORCE_COLOR: '0' }, 'failed'],
    ['NO_COLOR and FORCE_COLOR', { columns: 100 }, { NO_COLOR: '1', FORCE_COLOR: '1' }, 'failed'],
    ['an empty NO_COLOR', { columns: 100 }, { NO_COLOR: '' }, RED],
  ])('%s', (_name, where, env, expected) => {
    expect(recordedTerminal({ ...where, env }).terminal.styled('red', 'failed')).toBe(expected);
  });
});

it('writes the result and notes to different streams', () => {
  const recorded = recordedTerminal();
  recorded.terminal.print('result');
  recorded.terminal.print();
  recorded.terminal.note('note');
  expect(recorded.stdout).toBe('result\n\n');
  expect(recorded.stderr).toBe('note\n');
});

it('replaces a line of progress', () => {
  const recorded = recordedTerminal({ columns: 60 });
  recorded.terminal.progress('one');
  recorded.terminal.progress('two');
  expect(recorded.stdout).toBe('\r\u001b[2Kone\r\u001b[2Ktwo');
});

it('has the columns of the terminal, and 80 without one', () => {
  expect(recordedTerminal({ columns: 60 }).terminal).toMatchObject({ columns: 60, isInteractive: true });
  expect(recordedTerminal({ columns: 0 }).terminal).toMatchObject({ columns: 80, isInteractive: true });
  expect(recordedTerminal().terminal).toMatchObject({ columns: 80, isInteractive: false });
});
