public import Basics

/// What a municipality reports back on one signal, from a file of the exchange model (DDAS vroegsignalering).
public struct EarlyWarningReport: Hashable, Sendable {
    /// One attempt of the municipality to reach the person.
    public struct Attempt: Hashable, Sendable {
        /// Such as `Telefoon` or `Huisbezoek`.
        public let kind: String
        public let reached: Bool
        public let day: Day?

        public init(kind: String, reached: Bool, day: Day?) {
            (self.kind, self.reached, self.day) = (kind, reached, day)
        }
    }

    /// Four digits (CBS).
    public let municipality: String
    /// The identifier that the signal was given under.
    public let signal: String
    public let result: EarlyWarningResult
    /// When it was delivered.
    public let day: Day
    /// The field of the file that says so.
    public var dayField = EarlyWarningReports.delivered
    /// When the municipality took it up.
    public var takenUp: Day?
    public var attempts: [Attempt] = []
    /// Which signal of the file it is about, from 1.
    public var place = 1

    public init(municipality: String, signal: String, result: EarlyWarningResult, day: Day) {
        (self.municipality, self.signal, self.result, self.day) = (municipality, signal, result, day)
    }
}
