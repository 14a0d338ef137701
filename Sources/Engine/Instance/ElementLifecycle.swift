extension ElementInstance {
    /// Where an element instance is in its life.
    public enum Phase: String, Hashable, Sendable, CaseIterable {
        /// Its inputs are read and what may interrupt it is awaited.
        case entering
        /// Its work is with a person, a service, a clock or the elements inside it.
        case working
        /// Its work is done; its outputs are written and its flows taken.
        case leaving
        /// A transaction that was cancelled undoes what it did (BPMN 13.5.2).
        case undoing

        /// The whole life: what each phase may turn into, besides ending.
        public func mayTurn(to next: Phase) -> Bool {
            switch (self, next) {
            case (.entering, .working), (.entering, .leaving): true
            case (.working, .working), (.working, .leaving), (.working, .undoing): true
            case (.leaving, .leaving), (.undoing, .leaving): true
            case (.entering, _), (.working, _), (.leaving, _), (.undoing, _): false
            }
        }
    }
}
