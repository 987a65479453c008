/** Weights of the model of walls, written by test/bench/training/train-forms.ts. */
export const WALL_WEIGHTS = `
= -1 1;around=header -3 3;around=middle 12 -12;around=overlay -38 38;around=side 24 -24;beside>=150 1 -1;
beside>=1500 -16 16;beside>=4000 -16 16;beside>=500 -19 19;concealed -7 7;controls>=4 14 -14;
controls>=8 6 -6;heading=account 18 -18;heading=empty -18 18;heading=foreign 0 0;heading=own 19 -19;
headings=account 36 -36;headings=empty 8 -8;headings=foreign -31 31;headings=own 29 -29;images>=15 4 -4;
images>=40 -16 16;links>=150 -12 12;links>=20 -26 26;links>=60 -36 36;named 19 -19;otherForms>=1 -17 17;
otherForms>=3 -19 19;pair 6 -6;paragraphs>=3 -14 14;rows>=5 8 -8;searches 0 0;share>=0.1 14 -14;
share>=0.4 -3 3;start>=0.1 22 -22;start>=0.5 16 -16;sure>=0.9 27 -27;title=account 22 -22;
title=foreign -24 24;title=own 27 -27;type=login -15 15;type=registration 15 -15;wordless -14 14;
`
