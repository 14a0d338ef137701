import Basics

/// The picture that a drawing tool puts on a task, found by the words in its name; drawn in a square of 18.
enum ToolIcon: String, CaseIterable {
    case phone, letter, people, person, screen, paper, clock, calendar, money, house, question, talk, check, search
    case folder, van, wheel, warning
    /// Named, but by no word that is known here.
    case other

    init(_ name: String) {
        let words = name.split { !$0.isLetter }.flatMap(\.words).map { $0.lowercased() }
        let found = Self.allCases.first { icon in
            words.contains { word in icon.names.contains { word == $0 || $0.count > 3 && word.hasPrefix($0) } }
        }
        self = found ?? .other
    }

    func draw(on canvas: inout Canvas) { canvas.path(outline, "bpmn-icon") }

    private var names: [String] {
        switch self {
        case .phone: ["phone", "telephone", "telefoon", "call", "bel", "mobile"]
        case .letter: ["mail", "email", "envelope", "envelop", "brief", "post", "letter"]
        case .people: ["people", "group", "groep", "team", "users", "meeting", "overleg", "vergadering"]
        case .person: ["person", "persoon", "user", "klant", "customer", "mens", "employee", "medewerker", "human"]
        case .screen: ["screen", "scherm", "computer", "monitor", "laptop", "desktop", "system", "systeem", "web"]
        case .paper: ["document", "form", "file", "bestand", "paper", "papier", "contract", "pdf", "print"]
        case .clock: ["clock", "klok", "time", "tijd", "wait", "wacht", "hourglass", "zandloper"]
        case .calendar: ["calendar", "kalender", "agenda", "date", "datum", "afspraak", "appointment"]
        case .money: ["money", "geld", "euro", "payment", "betaling", "invoice", "factuur", "coin", "bank", "cash"]
        case .house: ["house", "home", "huis", "building", "gebouw", "visit", "bezoek"]
        case .question: ["question", "vraag", "help", "hulp"]
        case .talk: ["talk", "chat", "speech", "gesprek", "comment", "message", "bericht"]
        case .check: ["check", "approve", "akkoord", "tick", "vink", "done", "ok"]
        case .search: ["search", "zoek", "magnifier", "inspect", "review"]
        case .folder: ["folder", "map", "archive", "archief", "dossier", "database", "storage", "opslag"]
        case .van: ["van", "truck", "delivery", "transport", "bezorging", "vracht", "car", "auto"]
        case .wheel: ["gear", "cog", "settings", "machine", "tandwiel", "automatic", "robot"]
        case .warning: ["warning", "waarschuwing", "alert", "danger", "exclamation"]
        case .other: []
        }
    }
}

extension Substring {
    /// `taskIcon` as `task` and `Icon`.
    fileprivate var words: [Substring] {
        var (found, start) = ([Substring](), startIndex)
        for (index, next) in zip(indices, indices.dropFirst()) where self[index].isLowercase && self[next].isUppercase {
            found.append(self[start..<next])
            start = next
        }
        return found + [self[start...]]
    }
}

extension ToolIcon {
    fileprivate var outline: String {
        switch self {
        case .phone:
            "M4 1.5H7L8.3 5.5 6.4 7.2C7.3 9.1 8.9 10.7 10.8 11.6L12.5 9.7 16.5 11V14C16.5 15.6 15.2 16.6 13.8 16.4 "
                + "7.4 15.6 2.4 10.6 1.6 4.2 1.4 2.8 2.4 1.5 4 1.5Z"
        case .letter: "M1.5 4H16.5V14.5H1.5ZM1.5 4 9 10 16.5 4"
        case .people:
            "M1.5 15.5C1.5 12 3 10.5 5.8 10.5S10 12 10 15.5ZM5.8 4A2.6 2.6 0 1 1 5.7 4Z"
                + "M11 10.2C14 9.4 16.5 11.5 16.5 15.5H12.5M11 4.4A2.4 2.4 0 1 1 11 8.9"
        case .person: "M3 16C3 12 5.5 10.3 9 10.3S15 12 15 16ZM9 2A3.4 3.4 0 1 1 8.9 2Z"
        case .screen: "M1.5 3H16.5V12.5H1.5ZM6 15.5H12M9 12.5V15.5"
        case .paper: "M4 1.5H11L14.5 5V16.5H4ZM11 1.5V5H14.5M6.5 8.5H12M6.5 11H12M6.5 13.5H10"
        case .clock: "M9 2A7 7 0 1 1 8.9 2ZM9 5V9.2L12 11"
        case .calendar:
            "M2 4H16V16H2ZM2 7.5H16M5.5 2V5.5M12.5 2V5.5M5 10.5H7M8.5 10.5H10.5M12 10.5H13.5M5 13H7M8.5 13H10.5"
        case .money: "M9 1.5A7.5 7.5 0 1 1 8.9 1.5ZM12 5.8C9.5 4 6.8 5.5 6.8 9S9.5 14 12 12.2M5.2 8.2H10M5.2 9.9H9.6"
        case .house: "M1.5 9 9 2.5 16.5 9M3.5 7.5V16H14.5V7.5M7.5 16V11H10.5V16"
        case .question: "M9 1.5A7.5 7.5 0 1 1 8.9 1.5ZM6.6 7.2C6.6 4.2 11.4 4.2 11.4 7 11.4 9 9 8.8 9 11M9 13V13.4"
        case .talk: "M2 3H16V12H8.5L5 15.5V12H2ZM5 6H13M5 9H11"
        case .check: "M2 9.5 7 14.5 16 4"
        case .search: "M7.5 2A5.5 5.5 0 1 1 7.4 2ZM11.5 11.5 16.3 16.3"
        case .folder: "M1.5 5V15.5H16.5V5H8.5L7 3H1.5ZM1.5 7.5H16.5"
        case .van:
            "M1 4.5H10.5V13H1ZM10.5 7H14L17 10V13H10.5M4.5 11.8A1.7 1.7 0 1 1 4.4 11.8ZM13.3 11.8A1.7 1.7 0 1 1 13.2 11.8Z"
        case .wheel:
            "M9 5.5A3.5 3.5 0 1 1 8.9 5.5ZM9 1.5V4M9 14V16.5M1.5 9H4M14 9H16.5M3.7 3.7 5.5 5.5M12.5 12.5 14.3 14.3"
                + "M14.3 3.7 12.5 5.5M5.5 12.5 3.7 14.3"
        case .warning: "M9 2 17 15.5H1ZM9 7V11M9 13V13.4"
        case .other: "M2 2H16V16H2ZM2 13 7 8 11 12 13 10 16 13"
        }
    }
}

extension Settings {
    /// The name of the picture that the drawing tool shows, where it is a name and not the picture itself.
    public var iconName: String? {
        guard let icon = icon?.trimmed, !icon.isEmpty, !icon.hasPrefix("data:"), icon.count < 200 else { return nil }
        return icon.split(separator: "/").last.map(String.init)
    }
}
