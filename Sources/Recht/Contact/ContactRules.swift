public import Basics

/// The hours and days on which a debtor may be contacted (Bki art. 4.2).
public struct ContactWindow: Hashable, Sendable {
    /// Minutes after midnight from which contact is allowed.
    public let opens: Int
    /// Minutes after midnight from which it is not.
    public let closes: Int
    public let noDays: [Day.Weekday]
    public let notOnHolidays: Bool
    public let article: String

    public init(opens: Int, closes: Int, noDays: [Day.Weekday], notOnHolidays: Bool, article: String) {
        self.opens = opens
        self.closes = closes
        self.noDays = noDays
        self.notOnHolidays = notOnHolidays
        self.article = article
    }
}

/// The most contacts within some days, over all channels.
public struct ContactCap: Hashable, Sendable {
    public let count: Int
    public let days: Int
    public let article: String

    public init(count: Int, days: Int, article: String) {
        self.count = count
        self.days = days
        self.article = article
    }
}

/// Why a contact may not be made at a moment.
public enum ContactRefusal: Error, Hashable, Sendable {
    case hour(article: String)
    case weekday(Day.Weekday, article: String)
    case holiday(String, article: String)
    /// As many contacts as allowed were made within these days.
    case tooOften(count: Int, days: Int, article: String)
}
