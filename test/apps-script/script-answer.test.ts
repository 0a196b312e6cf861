import { makeAsk, type ScriptRun } from '../../apps-script/sidebar/ask';

/** A script that answers each message with this. */
function runThatAnswers(answer: unknown): ScriptRun {
  let succeed: (answer: unknown) => void = () => undefined;
  const run: ScriptRun = {
    withSuccessHandler(handler) {
      succeed = handler;
      return run;
    },
    withFailureHandler: () => run,
    rpc: () => succeed(answer),
  };
  return run;
}

it('an answer that is none is told at once, as a script that has not run', async () => {
  expect(await makeAsk(runThatAnswers(null))('keyStatus')).toEqual({
    ok: false,
    sentence: expect.stringMatching(/^Google did not run this\./) as unknown,
  });
});

it('a refusal is said in the words of the page, by its code and facts', async () => {
  const refused = { ok: false, sentence: 'Some other words.', code: 'unreachable', facts: {} };
  expect(await makeAsk(runThatAnswers(refused))('keyStatus')).toEqual({
    ...refused,
    sentence: 'Trace could not be reached. Check your connection, then try again.',
  });
});

it('a refusal of which the page knows no words is told in those of the script', async () => {
  const refused = { ok: false, sentence: 'A sentence of another version.', code: 'notOurs', facts: {} };
  expect(await makeAsk(runThatAnswers(refused))('keyStatus')).toEqual(refused);
});
