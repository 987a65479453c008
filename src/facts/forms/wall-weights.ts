/** Weights of the model of walls, written by test/bench/training/train-forms.ts. */
export const WALL_WEIGHTS = `
= 5 -5;around=header -7 7;around=middle 10 -10;around=overlay -41 41;around=side 3 -3;beside>=150 1 -1;
beside>=1500 -20 20;beside>=4000 -23 23;beside>=500 -11 11;concealed -11 11;controls>=4 10 -10;
controls>=8 8 -8;heading=account 17 -17;heading=empty -19 19;heading=foreign 3 -3;heading=own 15 -15;
headings=account 35 -35;headings=empty 10 -10;headings=foreign -36 36;headings=own 29 -29;images>=15 -3 3;
images>=40 -14 14;links>=150 -11 11;links>=20 -23 23;links>=60 -32 32;named 24 -24;otherForms>=1 -27 27;
otherForms>=3 -19 19;pair 4 -4;rows>=5 0 0;searches 4 -4;share>=0.1 15 -15;share>=0.4 -3 3;
start>=0.1 28 -28;start>=0.5 14 -14;sure>=0.9 17 -17;title=account 21 -21;title=foreign -23 23;
title=own 25 -25;type=login -12 12;type=registration 12 -12;wordless -10 10;
`
