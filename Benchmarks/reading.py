"""A list as a town's office saves it, for the reading benchmark: 24 columns of 公共施設一覧 in CP932, and Python's reader
of it as the peer. Run alone, it writes the list: `reading.py ROWS FILE`."""
import csv
import random
import sys
import time

HEADINGS = (
    "都道府県コード又は市区町村コード,NO,都道府県名,市区町村名,名称,名称_カナ,名称_通称,POIコード,住所,方書,緯度,経度,電話番号,内線番号,"
    "法人番号,団体名,利用可能曜日,開始時間,終了時間,利用可能時間特記事項,説明,バリアフリー情報,URL,備考"
).split(",")
TOWNS = "番町 扇町 瀬戸内町 天神前 仏生山町 香西南町 牟礼町 常磐町".split()
KINDS = "コミュニティセンター ふれあいセンター 公民館 福祉センター 集会所 図書館".split()


def write(rows, path):
    """Fictional facilities; the same for the same number of rows."""
    chance = random.Random(7)
    with open(path, "w", encoding="cp932", newline="") as f:
        table = csv.writer(f)
        table.writerow(HEADINGS)
        for i in range(1, rows + 1):
            town, kind = chance.choice(TOWNS), chance.choice(KINDS)
            table.writerow([
                "372013", i, "香川県", "高松市", f"{town}{kind}{i}", "コミュニティセンター", "", "1203",
                f"香川県高松市{town}{chance.randint(1, 9)}丁目{chance.randint(1, 30)}-{chance.randint(1, 20)}",
                chance.choice(["", "１階"]), f"{34.2 + chance.random() * .2:.6f}", f"{134 + chance.random() * .2:.6f}",
                f"087-{chance.randint(800, 899)}-{chance.randint(1000, 9999)}", "", "5220005000175", "高松市",
                "月火水木金土", "9:00", "21:00", "年末年始（12/29～1/3）は利用不可",
                f"会議室{chance.randint(1, 5)}室、調理室、和室がある地域の集会施設です。", "スロープ、多目的トイレあり",
                f"http://www.example.jp/shisetsu/{i}.html", ""])


def read_with_python(path):
    """CPU seconds of csv.DictReader over the file: decoding and splitting, no meaning."""
    began = time.process_time()
    with open(path, encoding="cp932", newline="") as f:
        rows = sum(1 for _ in csv.DictReader(f))
    return rows, time.process_time() - began


if __name__ == "__main__":
    write(int(sys.argv[1]), sys.argv[2])
