/** Where a catalogue keeps the messages of why a run is not believed: the name of no check. */
export const DOUBTS = 'run'
