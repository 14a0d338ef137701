public import Basics

/// The dates of one 14-day letter.
public struct LetterTerm: Hashable, Sendable {
    public let sent: Day
    public let delivered: Day
    /// The day after delivery.
    public let begins: Day
    /// The last day of the 14 that the law gives.
    public let legalEnd: Day
    /// The last day of the term as the letter words it.
    public let ends: Day
    /// The first day on which costs may be booked.
    public let costsFrom: Day
    public let working: [WorkingLine]

    /// The public answer of `ontknoop incasso termijn`.
    public var json: JSON {
        .object([
            "verzonden": .string(sent.description), "bezorgd": .string(delivered.description),
            "termijnBegin": .string(begins.description), "wettelijkEinde": .string(legalEnd.description),
            "termijnEinde": .string(ends.description), "kostenVanaf": .string(costsFrom.description),
            "opbouw": .array(working.map(\.json)),
        ])
    }
}

/// Why a 14-day letter has no term.
public enum LetterRefusal: Error, Hashable, Sendable {
    /// Sent before the debtor was in default, which gives it no effect (BW 6:96 lid 6).
    case sentBeforeDefault(defaultFrom: Day)
    case deliveredBeforeSent
    case noRule(on: Day)
}

extension DatedTable<LetterRule> {
    /// The term of a letter sent on a day, to a debtor who is in default from `defaultFrom` on.
    public func term(
        sent: Day, by channel: LetterChannel, defaultFrom: Day? = nil, in calendar: WorkCalendar
    ) throws(LetterRefusal) -> LetterTerm {
        if let defaultFrom, sent < defaultFrom { throw .sentBeforeDefault(defaultFrom: defaultFrom) }
        guard let rule = value(on: sent) else { throw .noRule(on: sent) }
        let (delivered, lines) = rule.delivery(of: sent, by: channel, in: calendar)
        guard delivered >= sent else { throw .deliveredBeforeSent }
        return rule.term(sent: sent, delivered: delivered, lines, in: calendar)
    }
}

extension LetterRule {
    fileprivate func delivery(of sent: Day, by channel: LetterChannel, in calendar: WorkCalendar) -> (
        Day, [WorkingLine]
    ) {
        switch channel {
        case .electronic(let day): (day, [line("brief.leesbaar", "BW 3:37 lid 3", day)])
        case .proven(let day): (day, [line("brief.bezorgd", "BW 3:37 lid 3", day)])
        case .post: presumedDelivery(of: sent, in: calendar)
        }
    }

    private func presumedDelivery(of sent: Day, in calendar: WorkCalendar) -> (Day, [WorkingLine]) {
        var (day, counted, lines) = (sent, 0, [WorkingLine]())
        while counted < deliveryDay, day - sent < 60 {
            day = day + 1
            let delivers = isDelivery(day, in: calendar)
            if delivers { counted += 1 }
            lines.append(line(delivers ? "brief.bezorgdag" : "brief.geen-bezorgdag", article, day))
        }
        return (day, lines)
    }

    fileprivate func term(sent: Day, delivered: Day, _ lines: [WorkingLine], in calendar: WorkCalendar) -> LetterTerm {
        let plainEnd = delivered + termDays
        let end = extendsToWorkday ? calendar.workday(onOrAfter: plainEnd) : plainEnd
        let begins = delivered + 1
        return LetterTerm(
            sent: sent, delivered: delivered, begins: begins, legalEnd: delivered + legalDays, ends: end,
            costsFrom: end + 1,
            working: lines + [
                line("brief.termijn-begin", article, begins), line("brief.termijn-einde", article, end),
                line("brief.kosten-vanaf", article, end + 1),
            ])
    }

    private func line(_ code: String, _ article: String, _ day: Day) -> WorkingLine {
        WorkingLine(code, article: article, [Fact("dag", .day(day))])
    }
}
