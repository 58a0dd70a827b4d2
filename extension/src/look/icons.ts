/** The few other signs both interfaces use, in the same 16 × 16 box as SEVERITY_ICONS. */
export const ICONS = {
  check: 'm2.75 8.5 3.5 3.5 7-8',
  close: 'm3.5 3.5 9 9m0-9-9 9',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  external: 'M9.5 2.5h4v4m0-4-6 6m-2-5h-2a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1v-2',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8Z',
  share: 'M8 10V2m0 0L5 5m3-3 3 3M3 8.5v5h10v-5',
  undo: 'M5.5 3 2.5 6l3 3m-3-3h6.75a4 4 0 0 1 0 8H6',
  bookmark: 'M4.5 2.5h7v11L8 10.75 4.5 13.5Z',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9.5V8l2.25 1.75',
  next: 'M2.5 8a5.5 5.5 0 0 1 9.5-3.75M13.5 8A5.5 5.5 0 0 1 4 11.75M12.5 1.75v3h-3m-6 9.5v-3h3',
  settings:
    'M2 4.5h6m4 0h2m-12 7h2m4 0h6M8 4.5a2 2 0 1 0 4 0 2 2 0 0 0-4 0Zm-4 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  lesson:
    'M8 4.5C6.5 3.25 4.5 3 2 3v9.5c2.5 0 4.5.25 6 1.5 1.5-1.25 3.5-1.5 6-1.5V3c-2.5 0-4.5.25-6 1.5Zm0 0V14',
} as const;
export type IconName = keyof typeof ICONS;
