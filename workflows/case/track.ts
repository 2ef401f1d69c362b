/** One letter's own life. Written once, run once per side; the event's `track` says whose turn it is. */
import type { Track } from './names.ts'
import { clearDate, moveDate, pauseDate, resumeDate, setDate, tell } from './rows.ts'
import { caseSetup } from './setup.ts'

export const track = (side: Track) =>
  caseSetup.createStateConfig({
    initial: 'entering',
    on: {
      // the window is only the answer to "may I still object": nobody is late when it closes
      'deadline.lapsed': {
        guard: { type: 'lapsedOnTrack', params: { deadline: 'objectionWindow', track: side } },
        actions: clearDate('objectionWindow', side),
      },
    },
    states: {
      entering: {
        description: 'Never rests here: decides how this side takes part in this round.',
        always: [
          { guard: { type: 'enters', params: { track: side, as: 'issue' } }, target: 'issued' },
          {
            guard: { type: 'enters', params: { track: side, as: 'rework' } },
            target: 'rectifying',
            actions: [
              { type: 'markOwed', params: { track: side } },
              setDate('rectification', side),
              tell('sentBack', side),
            ],
          },
          { target: 'submitted' },
        ],
      },
      issued: {
        description: 'The letter is out. Its clock runs from the day after issue, acknowledged or not.',
        entry: [
          { type: 'markOwed', params: { track: side } },
          setDate('acknowledgement', side),
          setDate('objectionWindow', side),
          setDate('rectification', side),
          tell('letterIssued', side),
        ],
        exit: [clearDate('acknowledgement', side)],
        on: {
          amendLetter: { guard: { type: 'onTrack', params: { track: side } }, actions: tell('letterAmended', side) },
          acknowledge: { guard: { type: 'onTrack', params: { track: side } }, target: 'rectifying' },
          object: { guard: { type: 'mayObject', params: { track: side } }, target: 'disputed' },
        },
      },
      disputed: {
        description: 'Whose duty is it? The clock stands still, once; the common superior rules.',
        entry: [
          { type: 'markObjected', params: { track: side } },
          clearDate('objectionWindow', side),
          pauseDate('rectification', side),
          setDate('ruling', side),
          tell('letterObjected', side),
        ],
        exit: [clearDate('ruling', side), tell('objectionRuled', side)],
        on: {
          ruleObjection: [
            {
              guard: { type: 'mayRule', params: { track: side, ruling: 'reassigned' } },
              target: 'issued',
              // what the old unit was asked is not the new one's to answer
              actions: [clearDate('rectification', side), clearDate('orderAnswer', side)],
            },
            {
              guard: { type: 'mayRule', params: { track: side, ruling: 'confirmed' } },
              target: 'rectifying',
              actions: resumeDate('rectification', side),
            },
          ],
        },
      },
      rectifying: {
        description: 'The unit puts it right. A result may come at any moment, also while an extension is being asked.',
        initial: 'working',
        on: { submitResult: { guard: { type: 'onTrack', params: { track: side } }, target: 'submitted' } },
        states: {
          working: {
            on: {
              object: {
                guard: { type: 'mayObject', params: { track: side } },
                target: `#case.life.rectifying.${side}.disputed`,
              },
              askExtension: { guard: { type: 'mayAskExtension', params: { track: side } }, target: 'extensionAsked' },
            },
          },
          extensionAsked: {
            description: 'Asked before due, with reasons; someone else rules, the second time the head.',
            entry: [setDate('extensionRuling', side), tell('extensionAsked', side)],
            exit: [clearDate('extensionRuling', side)],
            on: {
              grantExtension: {
                guard: { type: 'mayRuleExtension', params: { track: side } },
                target: 'working',
                actions: [
                  { type: 'countExtension', params: { track: side } },
                  moveDate('rectification', side),
                  tell('extensionRuled', side),
                ],
              },
              refuseExtension: {
                guard: { type: 'mayRuleExtension', params: { track: side } },
                target: 'working',
                actions: tell('extensionRuled', side),
              },
            },
          },
        },
      },
      submitted: {
        description: 'This side has answered, an order too. The join waits for the other.',
        type: 'final',
        entry: [
          { type: 'markAnswered', params: { track: side } },
          clearDate('rectification', side),
          clearDate('objectionWindow', side),
          clearDate('orderAnswer', side),
        ],
      },
    },
  })
