/** The digits of base 64 in texts and addresses: https://www.rfc-editor.org/rfc/rfc4648#section-5. */
export const BASE64URL_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
