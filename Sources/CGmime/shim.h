/* GMime is spoken to by CMime in C: its macros for casting do not come through to Swift. */
