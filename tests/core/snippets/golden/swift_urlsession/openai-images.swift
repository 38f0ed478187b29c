import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

var request = URLRequest(url: URL(string: "http://127.0.0.1:8765/v1/images/generations")!)
request.httpMethod = "POST"
request.setValue("application/json", forHTTPHeaderField: "Content-Type")
request.setValue("application/json", forHTTPHeaderField: "Accept")
request.setValue("Bearer \(ProcessInfo.processInfo.environment["YOUR_API_KEY", default: ""])", forHTTPHeaderField: "Authorization")

let body = #"{"model": "gpt-image-1", "prompt": "a cat", "n": 2}"#
request.httpBody = Data(body.utf8)

let (data, response) = try await URLSession.shared.data(for: request)
print(String(decoding: data, as: UTF8.self))
if let status = (response as? HTTPURLResponse)?.statusCode, !(200...299).contains(status) {
    print("HTTP \(status)")
    exit(1)
}
