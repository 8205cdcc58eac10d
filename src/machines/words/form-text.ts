/** The blank form that letters send out and that the reader of answers must know as ours. */

/** LF line ends, no blanks at line ends, ends with a line end. */
export const FORM_TEXT = `ccTLD:

Contact 1 (primary)
First name:
Last name:
E-mail:
Phone:

Contact 2
First name:
Last name:
E-mail:
Phone:

Contact 3 (if you have one)
First name:
Last name:
E-mail:
Phone:
`;
