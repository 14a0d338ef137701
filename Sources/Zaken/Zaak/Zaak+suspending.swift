public import Basics

extension Zaak {
    /// Stops the clock from this day.
    public mutating func suspend(on day: Day) throws(ZaakRefusal) {
        guard isOpen else { throw .alreadyClosed }
        guard opgeschort == nil else { throw .alreadySuspended }
        opgeschort = day
    }

    /// Lets the clock run again; the streefdatum moves by the days that it stood still.
    public mutating func resume(on day: Day) throws(ZaakRefusal) {
        guard let since = opgeschort else { throw .notSuspended }
        streefdatum = streefdatum + max(0, day - since)
        opgeschort = nil
    }

    /// Moves the streefdatum to a later day.
    public mutating func extend(to day: Day) throws(ZaakRefusal) {
        guard isOpen else { throw .alreadyClosed }
        guard day > streefdatum else { throw .deadlineNotLater(streefdatum) }
        streefdatum = day
    }

    /// Days that ran since the opening, without those on which the clock stood still.
    public func runningDays(until today: Day, of allowed: Int) -> Int {
        let last = afgesloten ?? opgeschort ?? today
        return max(0, allowed - (streefdatum - last))
    }
}

extension Zaak {
    public mutating func close(with result: String, on day: Day) throws(ZaakRefusal) {
        guard isOpen else { throw .alreadyClosed }
        if opgeschort != nil { try resume(on: day) }
        resultaat = result
        afgesloten = day
    }

    public mutating func reopen() throws(ZaakRefusal) {
        guard !isOpen else { throw .notClosed }
        resultaat = nil
        afgesloten = nil
    }
}
