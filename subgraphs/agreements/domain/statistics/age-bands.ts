/** How long something has waited, in whole days since it was sent: as long as these at the most (Q3: reminders at 7 and 21, expiry at 90). */
export const ageBands = [
  { key: '0-7', label: 'Up to 7 days', most: 7 },
  { key: '8-21', label: '8 to 21 days', most: 21 },
  { key: '22-90', label: '22 to 90 days', most: 90 },
  { key: '91-', label: 'More than 90 days', most: Number.POSITIVE_INFINITY },
] as const;
