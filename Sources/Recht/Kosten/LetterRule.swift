public import Basics

/// What a 14-day letter has to observe: when it is presumed delivered and how long its term is (BW 6:96 lid 6; HR 25-11-2016).
public struct LetterRule: Hashable, Sendable {
    /// The delivery day on which ordinary mail is presumed to arrive: the second.
    public let deliveryDay: Int
    /// Weekdays without delivery.
    public let noDelivery: [Day.Weekday]
    public let noDeliveryOnHolidays: Bool
    /// The days of the term as the letter words it: 15 after delivery.
    public let termDays: Int
    /// The days the law asks for at least: 14.
    public let legalDays: Int
    /// Whether a term that ends on a day off runs on to the next working day.
    public let extendsToWorkday: Bool
    public let article: String

    public init(
        deliveryDay: Int, noDelivery: [Day.Weekday], noDeliveryOnHolidays: Bool, termDays: Int, legalDays: Int,
        extendsToWorkday: Bool, article: String
    ) {
        self.deliveryDay = deliveryDay
        self.noDelivery = noDelivery
        self.noDeliveryOnHolidays = noDeliveryOnHolidays
        self.termDays = termDays
        self.legalDays = legalDays
        self.extendsToWorkday = extendsToWorkday
        self.article = article
    }

    func isDelivery(_ day: Day, in calendar: WorkCalendar) -> Bool {
        !noDelivery.contains(day.weekday) && !(noDeliveryOnHolidays && calendar.isHoliday(day))
    }
}

/// How a letter went out.
public enum LetterChannel: Hashable, Sendable {
    /// By ordinary mail, presumed delivered some delivery days after it left.
    case post
    /// By e-mail or portal, with the day on which it could be read (BW 3:37 lid 3).
    case electronic(readable: Day)
    /// With proof of the day of delivery.
    case proven(delivered: Day)
}
