import Basics
import HTTPTypes
import Hummingbird
import Journal
import Zaken

/// The door for messages and signals from outside: a partner's system shows its key, says what came, and hears what became of it.
struct KoppelingAPIController: Sendable {
    let face: Face
    let office: Office

    var routes: RouteCollection<AppContext> {
        RouteCollection(context: AppContext.self)
            .post(KoppelingPaths.messages.router) { try await take(.bericht, $0, $1) }
            .post(KoppelingPaths.signals.router) { try await take(.signaal, $0, $1) }
    }

    @Sendable func take(_ soort: Oproep.Soort, _ request: Request, _ context: AppContext) async throws -> Response {
        let words = face.words(context)
        guard let key = request.bearer, let caller = try await office.read({ try $0.koppelingen.find(sleutel: key) })
        else {
            return .json(["fout": "sleutel", "uitleg": .string(words("coupling.sleutel"))], .unauthorized)
        }
        do {
            let call = try Oproep(soort, reading: try await body(of: request))
            let heard = try await office.act(as: .system(Koppeling.subject)) { act in
                try Oproep.Ontvangst(call, van: caller).run(in: act)
            }
            return .json(heard.json(of: call.id), heard.isHerhaald ? .ok : .accepted)
        } catch let fault as Oproepfout {
            return .json(words.json(of: fault), fault.status)
        }
    }

    /// What was sent; no more of it is taken in than fits.
    private func body(of request: Request) async throws -> [UInt8] {
        do {
            return [UInt8](buffer: try await request.body.collect(upTo: Oproep.limits.bytes))
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw Oproepfout.teGroot
        }
    }
}

extension Oproep.Antwoord {
    fileprivate func json(of id: String) -> JSON {
        [
            "id": .string(id), "uitkomst": .string(uitkomst.rawValue), "nummer": .string(nummer),
            "herhaald": .bool(isHerhaald),
        ]
    }
}

extension Oproepfout {
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .onleesbaar, .onjuist: .badRequest
        case .teGroot: .contentTooLarge
        case .nietToegestaan: .forbidden
        case .anderVerzoek, .nietEenduidig, .niemandWacht: .conflict
        }
    }
}

extension Words {
    /// A refusal for another program: its word, its field, and a sentence for who reads along.
    fileprivate func json(of fault: Oproepfout) -> JSON {
        var fields: [String: JSON] = ["fout": .string(fault.code), "uitleg": .string(self("coupling.\(fault.code)"))]
        if let veld = fault.veld { fields["veld"] = .string(veld) }
        switch fault {
        case .onjuist(_, let expected):
            fields["verwacht"] = .string(expected.rawValue)
            fields["uitleg"] = .string(self("coupling.expected_\(expected.rawValue)"))
        case .onleesbaar(let reason): fields["reden"] = .string(reason)
        case .teGroot, .nietToegestaan, .anderVerzoek, .nietEenduidig, .niemandWacht: break
        }
        return .object(fields)
    }
}
