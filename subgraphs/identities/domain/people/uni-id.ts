/** Digits and capital letters that nobody takes for one another: without 0, O, 1, I and L. */
export const UNI_ID_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const UNI_ID_LENGTH = 10;
