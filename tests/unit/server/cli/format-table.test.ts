import { expect, it } from 'vitest';
import { formatTable } from '@/server/cli/format-table';

it('a table has numbers on the right and words on the left', () => {
  expect(
    formatTable(
      ['group', 'n', 'NPS', 'interval'],
      [
        ['all', '2353', '-24.69', '[-28, -21]'],
        ['Service in Use', '30', '-76.67', ''],
      ],
    ),
  ).toBe(
    [
      'group              n     NPS  interval',
      '--------------  ----  ------  ----------',
      'all             2353  -24.69  [-28, -21]',
      'Service in Use    30  -76.67',
    ].join('\n'),
  );
});
