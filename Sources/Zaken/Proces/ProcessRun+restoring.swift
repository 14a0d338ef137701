import Engine

extension ProcessRun {
    /// Offers again all that waits in an instance that was put back: taken, choices and clocks.
    mutating func offerAgain() throws {
        for effect in instance.standingEffects { try take(effect) }
        try save()
    }
}
